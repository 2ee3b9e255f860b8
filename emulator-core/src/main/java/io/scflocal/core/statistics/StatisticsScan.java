package io.scflocal.core.statistics;

import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.query.FrameMatcher;
import io.scflocal.core.query.Operand;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.query.SeenValues;
import io.scflocal.core.query.ValueCounter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Goes once through the frames of a capture and counts. Its memory does not depend on how many they are. For one thread. */
public final class StatisticsScan {
    private static final int REPORT_MASK = 1023;
    private static final int MOST_VALUES = 50;

    private final CaptureReader capture;
    private final Progress progress;
    private final Optional<FrameMatcher> matcher;
    private final Optional<ValueCounter> values;
    private final PingCounter pings = new PingCounter();
    private final Map<Opcode, Long> opcodes = new EnumMap<>(Opcode.class);
    private final Map<Direction, Flow> flows = new EnumMap<>(Direction.class);
    private boolean cancelled;
    private long frames;
    private long unlisted;
    private long from;
    private long to;

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        /** Nobody looks. */
        Progress NONE = (done, total) -> true;

        /**
         * Some more frames have been looked at; called for every 1024th one.
         *
         * @return whether to go on
         */
        boolean done(long done, long total);
    }

    /**
     * What is counted.
     *
     * @param filter which frames; all of them when empty
     * @param value of what the most frequent values are wanted; of nothing when empty
     */
    public record Request(Optional<Plan> filter, Optional<Operand> value) {}

    private static final class Flow {
        private final SizeCounter payloads = new SizeCounter();
        private final RateCounter rates;
        private long wireBytes;

        Flow(long from) {
            rates = new RateCounter(from);
        }
    }

    private StatisticsScan(CaptureReader capture, QueryEnvironment environment, Request request, Progress progress) {
        this.capture = capture;
        this.progress = progress;
        matcher = request.filter().map(plan -> plan.matcher(capture));
        values = request.value()
                .map(operand -> new ValueCounter(operand, new SeenValues.Scope(capture, environment), () -> cancelled));
    }

    /**
     * Counts the frames that there are now. Blocks; not for the thread of a window.
     *
     * @throws CancellationException if {@code progress} has asked for the end
     */
    public static Statistics of(
            CaptureReader capture, QueryEnvironment environment, Request request, Progress progress) {
        return new StatisticsScan(capture, environment, request, progress).run();
    }

    private Statistics run() {
        CaptureCursor cursor = capture.cursor();
        long count = capture.count();
        unlisted = capture.first();
        for (long number = unlisted; number < count; number++) {
            if ((number & REPORT_MASK) == 0 && !progress.done(number, count)) {
                cancelled = true;
                throw new CancellationException("The counting was cancelled.");
            }
            long one = number;
            cursor.moveTo(number);
            if (!cursor.isListed()) {
                unlisted++;
            } else if (matcher.map(test -> test.matches(one)).orElse(true)) {
                add(cursor);
            }
        }
        progress.done(count, count);
        return result();
    }

    private void add(CaptureCursor frame) {
        if (frames == 0) {
            from = frame.epochNanos();
        }
        frames++;
        to = Math.max(from, frame.epochNanos());
        Opcode opcode = Opcode.of(frame.firstByte());
        opcodes.merge(opcode, 1L, Long::sum);
        Flow flow = flow(frame.direction());
        long wire = frame.payloadLength() + frame.headerLength();
        flow.wireBytes += wire;
        flow.payloads.add(frame.payloadLength());
        flow.rates.add(frame.epochNanos(), wire);
        if (opcode.isControl()) {
            pings.add(frame);
        }
        long number = frame.number();
        values.ifPresent(counter -> counter.add(number));
    }

    private Flow flow(Direction direction) {
        return flows.computeIfAbsent(direction, missing -> new Flow(from));
    }

    private Statistics result() {
        Map<Direction, Statistics.Flow> directions = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            Flow flow = flow(direction);
            Rates rates = flow.rates.rates(flow(direction.opposite()).rates);
            directions.put(direction, new Statistics.Flow(flow.wireBytes, flow.payloads.sizes(), rates));
        }
        return new Statistics(
                frames,
                unlisted,
                from,
                to,
                directions,
                opcodes,
                pings.pings(),
                pings.roundTrips(),
                values.map(counter -> counter.top(MOST_VALUES)).orElseGet(java.util.List::of),
                values.map(ValueCounter::total).orElse(0L));
    }
}
