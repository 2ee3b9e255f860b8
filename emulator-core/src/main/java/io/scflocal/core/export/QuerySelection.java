package io.scflocal.core.export;

import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.HeaderRecord;
import io.scflocal.core.capture.MessageReader;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.query.ConnectionFact;
import io.scflocal.core.query.Expr;
import io.scflocal.core.query.FrameMatcher;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.time.Ticker;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The frames of a capture that an expression of the filter language matches. Each is tested once. For one thread. */
public final class QuerySelection implements FrameSelection {
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private final FrameMatcher matcher;
    private final long count;
    private final BitSet matching = new BitSet();
    private int tested;

    /** The frames that there are now; times without a date and a zone are those of here and now. */
    public QuerySelection(Expr expr, CaptureSource capture) {
        QueryEnvironment environment = new QueryEnvironment(
                number -> capture.session().connection(number).map(QuerySelection::fact),
                number -> inflated(capture.frames().messages(), number),
                Ticker.system().epochNanos(),
                ZoneId.systemDefault());
        matcher = new Plan(expr, environment).matcher(capture.frames());
        count = Math.min(capture.frames().count(), Integer.MAX_VALUE);
    }

    @Override
    public long next(long from) {
        int number = matching.nextSetBit((int) Math.min(from, Integer.MAX_VALUE));
        while (number < 0 && tested < count) {
            if (matcher.matches(tested)) {
                matching.set(tested);
                number = tested >= from ? tested : -1;
            }
            tested++;
        }
        return number;
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
