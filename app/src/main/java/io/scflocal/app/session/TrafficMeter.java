package io.scflocal.app.session;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Invocations;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How many frames pass per second in each direction, over all connections. Asked about once a second; reads counters only.
 *
 * <p>JavaFX thread only.
 */
public final class TrafficMeter {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<Direction, Double> rates = new EnumMap<>(Direction.class);
    private Map<Integer, Map<Direction, Long>> before = new HashMap<>();
    private long lastNanos;

    /** Measures from the last call to {@code nanos}, monotonic time. */
    public void measure(Invocations invocations, long nanos) {
        Map<Integer, Map<Direction, Long>> now = new HashMap<>();
        Map<Direction, Long> passed = new EnumMap<>(Direction.class);
        for (Invocation invocation : invocations.recent()) {
            Map<Direction, Long> frames = new EnumMap<>(Direction.class);
            for (Direction direction : Direction.values()) {
                long count = invocation.traffic(direction).frames();
                long known =
                        before.getOrDefault(invocation.connection(), Map.of()).getOrDefault(direction, 0L);
                frames.put(direction, count);
                passed.merge(direction, count - known, Long::sum);
            }
            now.put(invocation.connection(), frames);
        }
        double seconds = (nanos - lastNanos) / NANOS_PER_SECOND;
        for (Direction direction : Direction.values()) {
            rates.put(direction, passed.getOrDefault(direction, 0L) / seconds);
        }
        before = now;
        lastNanos = nanos;
    }

    /** Frames per second between the last two measurements. */
    public double framesPerSecond(Direction direction) {
        return rates.getOrDefault(direction, 0.0);
    }
}
