package io.scflocal.core.query;

import io.scflocal.core.capture.Annotation;
import io.scflocal.core.capture.Annotations;
import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.LimitsRecord;
import io.scflocal.core.frame.Direction;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The frame that is being tested, and what is known of its connection. Confined to one thread. */
final class Subject {
    /** Stands for a whole number that is missing. */
    static final long MISSING = Long.MIN_VALUE;
    /** How many values {@link #marks()} has. */
    static final int MARKS = 1 << 12;

    static final int MASKED = 1 << 8;
    static final int FUNCTION_TO_CLIENT = 1 << 9;
    static final int ORIGIN_SHIFT = 10;

    private final QueryEnvironment environment;
    private final CaptureCursor cursor;
    private final CaptureReader capture;
    private final Annotations annotations;
    private final PingFinder pings;
    private final FrameBytes bytes;
    private Since since = Since.UNKNOWN;
    private List<LimitsRecord> limits = List.of();
    private long endOfGap;
    private long block;

    Subject(CaptureReader capture, QueryEnvironment environment, BooleanSupplier cancelled) {
        this.capture = capture;
        cursor = capture.cursor();
        annotations = capture.annotations();
        pings = new PingFinder(capture);
        this.environment = environment;
        bytes = new FrameBytes(cursor, environment.payloads(), cancelled);
        lookAtCapture();
    }

    private void lookAtCapture() {
        limits = capture.limits();
        endOfGap = capture.gap().map(Gap::end).orElse(0L);
    }

    /**
     * How much time lies between frames of one connection, in nanoseconds; {@link #MISSING} where it is not known or not asked for.
     *
     * @param frame since the frame before
     * @param activity since the frame before that has started the idle time
     */
    record Since(long frame, long activity) {
        static final Since UNKNOWN = new Since(MISSING, MISSING);
    }

    /** Looks at another frame. */
    void moveTo(long number, Since before) {
        cursor.moveTo(number);
        since = before;
        bytes.moved();
    }

    /** What is known of open connections may have changed. */
    void startBlock() {
        block++;
        lookAtCapture();
    }

    /** Number of the block, from 1. */
    long block() {
        return block;
    }

    CaptureReader capture() {
        return capture;
    }

    CaptureCursor cursor() {
        return cursor;
    }

    long cdelta() {
        return since.frame();
    }

    /** Since the handshake; {@link #MISSING} where that is not known. */
    long age() {
        return connection()
                .map(fact -> cursor.epochNanos() - fact.openedEpochNanos())
                .orElse(MISSING);
    }

    /** The limits that were in force when the frame came. */
    Optional<LimitsRecord> limits() {
        return LimitsRecord.at(limits, cursor.epochNanos());
    }

    /** All that were in force, in the order of time. */
    List<LimitsRecord> allLimits() {
        return limits;
    }

    /** What was left of the idle timeout when the frame came; {@link #MISSING} where that is not known. */
    long idleLeft() {
        long passed = since.activity() == MISSING ? age() : since.activity();
        return passed == MISSING
                ? MISSING
                : limits().map(now -> now.idleNanos() - passed).orElse(MISSING);
    }

    /** What was left of the execution timeout when the frame came; {@link #MISSING} where that is not known. */
    long executionLeft() {
        long passed = age();
        return passed == MISSING
                ? MISSING
                : limits().map(now -> now.executionNanos() - passed).orElse(MISSING);
    }

    /** Whether the frame's bytes had to make room for newer ones. */
    boolean dropped() {
        return cursor.number() < endOfGap;
    }

    /** What is noted on the frame. */
    Optional<Annotation> annotation() {
        return annotations.of(cursor.number());
    }

    /** On a pong, how long it took; {@link #MISSING} where that is not known. */
    long rtt() {
        return pings.roundTrip(cursor);
    }

    /** First byte, MASK bit, direction and origin in one number. */
    int marks() {
        return cursor.firstByte()
                | (cursor.masked() ? MASKED : 0)
                | (cursor.direction() == Direction.FUNCTION_TO_CLIENT ? FUNCTION_TO_CLIENT : 0)
                | cursor.origin().code() << ORIGIN_SHIFT;
    }

    long wireLength() {
        long payload = cursor.payloadLength();
        return payload > Long.MAX_VALUE - cursor.headerLength() ? Long.MAX_VALUE : payload + cursor.headerLength();
    }

    Optional<ConnectionFact> connection() {
        return environment.connections().find(cursor.connection());
    }

    FrameBytes bytes() {
        return bytes;
    }
}
