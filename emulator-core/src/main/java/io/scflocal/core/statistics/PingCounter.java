package io.scflocal.core.statistics;

import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures how long pings take to be answered: a pong answers the newest ping of the other direction with the same payload, and those
 * before it as well. Source: RFC 6455 section 5.5.3. For one thread.
 */
final class PingCounter {
    private static final int MOST_OPEN = 16;
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int LONGEST_PAYLOAD = 125;

    private final SizeCounter nanos = new SizeCounter();
    private final Map<Way, Deque<Ping>> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Way, Deque<Ping>> eldest) {
            return size() > MOST_CONNECTIONS;
        }
    };
    private long pings;

    /** One direction of one connection. */
    private record Way(int connection, Direction direction) {}

    private record Ping(ByteBuffer payload, long epochNanos) {}

    void add(CaptureCursor frame) {
        Opcode opcode = Opcode.of(frame.firstByte());
        if (opcode == Opcode.PING) {
            pings++;
            Deque<Ping> waiting =
                    open.computeIfAbsent(new Way(frame.connection(), frame.direction()), way -> new ArrayDeque<>());
            waiting.addLast(new Ping(payload(frame), frame.epochNanos()));
            if (waiting.size() > MOST_OPEN) {
                waiting.removeFirst();
            }
        } else if (opcode == Opcode.PONG) {
            answered(frame);
        }
    }

    /** From ping to pong, in nanoseconds. */
    Sizes roundTrips() {
        return nanos.sizes();
    }

    /** How many pings there were, answered or not. */
    long pings() {
        return pings;
    }

    private void answered(CaptureCursor pong) {
        Deque<Ping> waiting =
                open.get(new Way(pong.connection(), pong.direction().opposite()));
        ByteBuffer payload = payload(pong);
        if (waiting == null || waiting.stream().noneMatch(ping -> ping.payload().equals(payload))) {
            return;
        }
        while (!waiting.getLast().payload().equals(payload)) {
            // Sent after the answered one; its own answer may still come.
            waiting.addFirst(waiting.removeLast());
        }
        nanos.add(Math.max(0, pong.epochNanos() - waiting.removeLast().epochNanos()));
    }

    private static ByteBuffer payload(CaptureCursor frame) {
        ByteBuffer payload = ByteBuffer.allocate((int) Math.min(LONGEST_PAYLOAD, frame.payloadLength()));
        frame.payload(0, payload);
        return payload.flip();
    }
}
