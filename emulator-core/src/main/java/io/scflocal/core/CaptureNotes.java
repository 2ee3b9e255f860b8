package io.scflocal.core;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.frame.PerMessageDeflate;
import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.Invocation;
import java.util.stream.Collectors;

/** Tells the capture what it has to know of the connections whose frames it records. */
final class CaptureNotes implements EmulatorListener {
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    private final CaptureStore capture;

    CaptureNotes(CaptureStore capture) {
        this.capture = capture;
    }

    @Override
    public void opened(Invocation invocation) {
        String answer = invocation.handshake().responseHeaders().stream()
                .filter(header -> header.name().equalsIgnoreCase(EXTENSIONS))
                .map(Header::value)
                .collect(Collectors.joining(","));
        PerMessageDeflate.parse(answer).ifPresent(agreed -> capture.compressionAgreed(invocation.connection(), agreed));
    }

    @Override
    public void ended(Invocation invocation) {
        capture.connectionEnded(invocation.connection());
    }
}
