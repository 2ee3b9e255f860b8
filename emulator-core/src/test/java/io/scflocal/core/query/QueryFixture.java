package io.scflocal.core.query;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A capture whose frames a test puts in one by one, with a clock moved by hand. */
final class QueryFixture implements AutoCloseable {
    static final long NOON = Instant.parse("2026-11-23T12:00:00Z").getEpochSecond() * 1_000_000_000L;
    static final long SECOND = 1_000_000_000L;

    static final QueryEnvironment NOTHING_KNOWN =
            new QueryEnvironment(ConnectionFacts.NONE, PayloadSource.NONE, NOON, ZoneOffset.UTC);

    final CaptureStore store;
    final Map<Integer, ConnectionFact> facts = new HashMap<>();
    final Map<Long, byte[]> inflated = new HashMap<>();
    long now = NOON;

    QueryFixture(Path directory) throws IOException {
        store = CaptureStore.create(directory, new Ticker() {
            @Override
            public long nanos() {
                return now;
            }

            @Override
            public long epochNanos() {
                return now;
            }
        });
    }

    QueryEnvironment environment() {
        return new QueryEnvironment(
                connection -> Optional.ofNullable(facts.get(connection)),
                number -> Optional.ofNullable(inflated.get(number)).map(ByteBuffer::wrap),
                now,
                ZoneOffset.UTC);
    }

    /** A masked text frame from the client of connection 1. */
    long text(String payload) {
        return frame(1, Direction.CLIENT_TO_FUNCTION, 0x81, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole frame; masked if it comes from the client. */
    long frame(int connection, Direction direction, int firstByte, byte[] payload) {
        Integer key = direction == Direction.CLIENT_TO_FUNCTION ? (Integer) 0x1234ABCD : null;
        return wire(connection, direction, WireFrames.frame(firstByte, key, payload));
    }

    /** The bytes of one frame or of its beginning. */
    long wire(int connection, Direction direction, byte[] bytes) {
        new FrameScanner(store.recorder(connection, direction)).scan(ByteBuffer.wrap(bytes));
        return store.count() - 1;
    }

    /** A frame that the emulator has sent to the client of connection 1. */
    void frame(FrameOrigin origin, byte[] bytes) {
        new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT, origin)).scan(ByteBuffer.wrap(bytes));
    }

    static Expr expr(String text) {
        return assertInstanceOf(Query.Expression.class, Query.parse(text), text).expr();
    }

    static @Nullable QueryError error(String text) {
        return Query.parse(text) instanceof Query.Error error ? error.error() : null;
    }

    Plan plan(String text) {
        return new Plan(expr(text), environment());
    }

    /** Numbers of the frames that match, as the window shows them. */
    List<Long> matches(String text) {
        return matches(plan(text));
    }

    List<Long> matches(Plan plan) {
        try (QueryScan scan = new QueryScan(plan, store, Runnable::run, 1)) {
            scan.extend();
            return list(scan.matches());
        }
    }

    static List<Long> list(MatchList matches) {
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < matches.size(); i++) {
            numbers.add(matches.frame(i) + 1);
        }
        return numbers;
    }

    @Override
    public void close() {
        store.close();
    }
}
