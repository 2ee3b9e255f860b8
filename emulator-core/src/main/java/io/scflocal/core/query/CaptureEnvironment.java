package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.HeaderRecord;
import io.scflocal.core.capture.MessageReader;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.capture.SessionReader;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What an expression refers to, as far as a capture itself knows it. */
public final class CaptureEnvironment {
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private CaptureEnvironment() {}

    /**
     * The connections and messages of a capture; times without a date and a zone are those of here and now.
     *
     * @param nowEpochNanos what now is
     */
    public static QueryEnvironment of(CaptureReader frames, SessionReader session, long nowEpochNanos) {
        return new QueryEnvironment(
                number -> session.connection(number).map(CaptureEnvironment::fact),
                number -> inflated(frames.messages(), number),
                nowEpochNanos,
                ZoneId.systemDefault());
    }

    private static ConnectionFact fact(ConnectionRecord connection) {
        List<HeaderRecord> answer = connection.handshake().responseHeaders();
        return new ConnectionFact(
                connection.requestId(),
                connection.openedEpochNanos(),
                connection.handshake().requestTarget(),
                connection.handshake().requestHeaders().stream()
                        .map(header -> new ConnectionFact.HeaderField(header.name(), header.value()))
                        .toList(),
                answer.stream()
                        .filter(header -> header.name().equalsIgnoreCase(SUBPROTOCOL))
                        .map(HeaderRecord::value)
                        .findFirst()
                        .orElse(""),
                connection.end().isPresent() ? "closed" : "open",
                connection.end().map(EndRecord::cause).orElse(""));
    }

    private static Optional<ByteBuffer> inflated(MessageReader messages, long frame) {
        return messages.messageOf(frame).filter(MessageRecord::compressed).map(message -> {
            ByteBuffer bytes = ByteBuffer.allocate(message.length());
            messages.payload(message, 0, bytes);
            return bytes.flip();
        });
    }
}
