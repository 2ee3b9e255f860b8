import java.io.IOException;

/** The client broke a rule of the protocol; it is told the close code. */
final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    final int closeCode;

    ProtocolException(int closeCode, String reason) {
        super(reason);
        this.closeCode = closeCode;
    }
}
