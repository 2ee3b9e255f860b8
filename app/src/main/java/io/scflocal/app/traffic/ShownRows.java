package io.scflocal.app.traffic;

import io.scflocal.app.filter.Hits;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.query.Field;
import io.scflocal.core.query.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Decides which frames of a capture are rows: those that pass the filter, came after the last clearing and before the pause.
 *
 * <p>Not thread-safe, apart from the scan that it starts in the background.
 */
final class ShownRows {
    /** A few frames are always on their way; only a larger backlog of the scan is worth telling. */
    private static final long BACKLOG = 10_000;

    private final Executor background;
    private final Deque<Long> earlierClears = new ArrayDeque<>();
    private CaptureReader reader = NoCapture.INSTANCE;
    private Optional<Plan> plan = Optional.empty();
    private Optional<FrameScan> scan = Optional.empty();
    private Optional<Gap> scannedWith = Optional.empty();
    private long clearedBefore;
    private long pausedAt = Long.MAX_VALUE;

    ShownRows(Executor background) {
        this.background = background;
    }

    /** Starts again with another capture; nothing is cleared, paused or filtered. */
    void begin(CaptureReader capture) {
        reader = capture;
        clearedBefore = 0;
        earlierClears.clear();
        pausedAt = Long.MAX_VALUE;
        filter(Optional.empty());
    }

    /** Shows what passes {@code filter}, or all frames; the rows come bit by bit. */
    void filter(Optional<Plan> filter) {
        plan = filter;
        scannedWith = reader.gap();
        scan.ifPresent(FrameScan::cancel);
        scan = filter.map(plan -> new FrameScan(reader, plan, background));
    }

    /** Hides every frame captured so far. */
    void clear() {
        earlierClears.push(clearedBefore);
        clearedBefore = reader.count();
    }

    /** Takes the last {@link #clear} back; does nothing without one. */
    void undoClear() {
        if (!earlierClears.isEmpty()) {
            clearedBefore = earlierClears.pop();
        }
    }

    /** Whether frames are hidden because they were there before the last {@link #clear}. */
    boolean isCleared() {
        return clearedBefore > 0;
    }

    /** Hides frames that come from now on, or shows them after all. */
    void pause(boolean on) {
        pausedAt = on ? reader.count() : Long.MAX_VALUE;
    }

    /** The rows of the moment; lets the scan look at what is new. */
    Rows current() {
        if (asksForDropped() && !scannedWith.map(Gap::end).equals(reader.gap().map(Gap::end))) {
            filter(plan);
        }
        scan.ifPresent(FrameScan::catchUp);
        RowSource source = scan.map(FrameScan::rows).orElseGet(() -> new AllFrames(reader.count()));
        Optional<Gap> gap = gap();
        return Rows.between(source, begin(gap), pausedAt, gap);
    }

    /** Which frames are missing, unless they were cleared before. Who asks for the missing ones sees what is left of them. */
    private Optional<Gap> gap() {
        return reader.gap()
                .filter(gap -> clearedBefore == 0 || clearedBefore < gap.end())
                .map(gap -> asksForDropped() ? gap.endingAt(0) : gap);
    }

    /** The first frame that can have a row. */
    private long begin(Optional<Gap> gap) {
        return Math.max(
                Math.max(clearedBefore, reader.first()), gap.map(Gap::end).orElse(0L));
    }

    private boolean asksForDropped() {
        return plan.filter(asked -> asked.uses(Field.DROPPED)).isPresent();
    }

    /** Those rows of another source that came after the last clearing and before the pause. */
    Rows among(RowSource source) {
        return Rows.between(source, begin(gap()), pausedAt, Optional.empty());
    }

    /** Whether it is known if this frame is among the rows. */
    boolean hasScanned(long frame) {
        return scan.map(FrameScan::scanned).orElse(Long.MAX_VALUE) > frame;
    }

    /** What the filter has found so far, given the rows of the moment. */
    Hits hits(Rows rows) {
        long candidates = Math.max(0, Math.min(reader.count(), pausedAt) - begin(rows.gap()));
        return new Hits(
                rows.frames(),
                candidates,
                scannedPercent(),
                scan.map(FrameScan::givenUp).orElse(0L));
    }

    private int scannedPercent() {
        long count = reader.count();
        long scanned = scan.map(FrameScan::scanned).orElse(count);
        return count - scanned < BACKLOG ? 100 : (int) (scanned * 100 / count);
    }
}
