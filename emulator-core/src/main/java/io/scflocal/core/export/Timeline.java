package io.scflocal.core.export;

import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.LineRecord;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Everything of a capture in the order of time: connections open before their first frame and end after their last one, and frames keep
 * their order whatever their times are. For one thread, once.
 */
final class Timeline {
    private static final int LINES_AT_ONCE = 256;
    private static final long NEVER = Long.MAX_VALUE;

    private final CaptureSource capture;
    private final FrameWalk frames;
    private final boolean all;
    private final Map<Integer, Long> lastFrames = new HashMap<>();
    private final PriorityQueue<ConnectionRecord> open =
            new PriorityQueue<>(Comparator.comparingLong(Timeline::endOf).thenComparingInt(ConnectionRecord::number));
    private final Deque<LineRecord> lines = new ArrayDeque<>();
    private int connection;
    private long nextLine;
    private Optional<ConnectionRecord> opening = Optional.empty();
    private long ofTheGap;
    private long toldOfTheGap;

    /** Is told what is next. */
    interface Visitor {
        /**
         * Before anything else: frames are missing. It ends at as many of them as are told of; once more at the end, when some of these
         * have had to make room meanwhile.
         */
        default void gap(Gap gap) throws IOException {}

        /** A connection opens. */
        default void opened(ConnectionRecord connection) throws IOException {}

        /** A frame passes. */
        void frame(FrameRecord frame) throws IOException;

        /** A line is written to the log. */
        default void line(LineRecord line) throws IOException {}

        /** A connection whose end is known ends. */
        default void ended(ConnectionRecord connection) throws IOException {}
    }

    Timeline(CaptureSource capture, FrameSelection selection, ExportProgress progress) {
        this.capture = capture;
        all = selection.isAll();
        connection = capture.session().firstConnection() - 1;
        nextLine = capture.session().firstLine();
        frames = new FrameWalk(capture.frames(), selection, progress);
    }

    void tell(Visitor visitor) throws IOException {
        Optional<Gap> gap = capture.frames().gap();
        long listed = gap.map(Gap::end).orElse(0L);
        frames.survey(frame -> {
            lastFrames.put(frame.connection(), frame.number());
            ofTheGap += frame.number() < listed ? 1 : 0;
        });
        if (gap.isPresent()) {
            visitor.gap(gap.get().endingAt(ofTheGap));
        }
        nextConnection();
        nextLines();
        frames.each(frame -> {
            advance(frame.epochNanos(), frame.number(), visitor);
            while (opening.isPresent() && opening.get().number() <= frame.connection()) {
                open(visitor);
            }
            visitor.frame(frame);
            toldOfTheGap += frame.number() < listed ? 1 : 0;
        });
        advance(NEVER - 1, NEVER, visitor);
        if (gap.isPresent() && toldOfTheGap != ofTheGap) {
            visitor.gap(gap.get().endingAt(toldOfTheGap));
        }
    }

    /** Tells what was before a time, and before a frame. */
    private void advance(long time, long frame, Visitor visitor) throws IOException {
        while (true) {
            long opens = opening.map(ConnectionRecord::openedEpochNanos).orElse(NEVER);
            long speaks = lines.isEmpty() ? NEVER : lines.getFirst().epochNanos();
            long ends = ends(frame);
            if (Math.min(opens, Math.min(speaks, ends)) > time) {
                return;
            }
            if (opens <= speaks && opens <= ends) {
                open(visitor);
            } else if (speaks <= ends) {
                visitor.line(lines.removeFirst());
                nextLines();
            } else {
                visitor.ended(open.remove());
            }
        }
    }

    private long ends(long frame) {
        ConnectionRecord first = open.peek();
        boolean over = first != null && lastFrames.getOrDefault(first.number(), -1L) < frame;
        return over ? endOf(first) : NEVER;
    }

    private void open(Visitor visitor) throws IOException {
        ConnectionRecord now = opening.orElseThrow();
        visitor.opened(now);
        if (now.end().isPresent()) {
            open.add(now);
        }
        nextConnection();
    }

    private void nextConnection() {
        int count = capture.session().connectionCount();
        opening = Optional.empty();
        while (opening.isEmpty() && connection < count) {
            connection++;
            if (all || lastFrames.containsKey(connection)) {
                opening = capture.session().connection(connection);
            }
        }
    }

    private void nextLines() {
        long count = all ? capture.session().lineCount() : 0;
        while (lines.isEmpty() && nextLine < count) {
            lines.addAll(capture.session().lines(nextLine, LINES_AT_ONCE));
            nextLine += LINES_AT_ONCE;
        }
    }

    private static long endOf(ConnectionRecord connection) {
        return connection.endEpochNanos().orElse(NEVER);
    }
}
