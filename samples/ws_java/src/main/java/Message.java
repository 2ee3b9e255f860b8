import java.nio.charset.StandardCharsets;

/** One whole message, whatever number of frames it came in. */
final class Message {
    final boolean text;
    final byte[] payload;

    Message(boolean text, byte[] payload) {
        this.text = text;
        this.payload = payload;
    }

    static Message ofText(String text) {
        return new Message(true, text.getBytes(StandardCharsets.UTF_8));
    }
}
