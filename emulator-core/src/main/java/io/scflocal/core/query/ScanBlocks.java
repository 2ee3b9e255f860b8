package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Deals out the frames of a capture in blocks, and takes the results back in the order of the frames. Thread-safe. */
final class ScanBlocks {
    private final CaptureReader capture;
    private final MatchList matches;
    private final Optional<SinceTracker> frames;
    private final Optional<SinceTracker> activity;
    private final Deque<Block> dealt = new ArrayDeque<>();
    private long target;
    private long next;
    private volatile long done;

    /** Frames of one block of {@link MatchList#BLOCK}, and what became of them. */
    static final class Block {
        final long from;
        final int count;
        private final long[] sinceFrame;
        private final long[] sinceActivity;
        final long[] matching = new long[MatchList.BLOCK / Long.SIZE];
        private boolean done;

        Block(long from, int count, long[] sinceFrame, long[] sinceActivity) {
            this.from = from;
            this.count = count;
            this.sinceFrame = sinceFrame;
            this.sinceActivity = sinceActivity;
        }

        /** What is known of the time before a frame of the block. */
        Subject.Since since(int place) {
            return sinceFrame.length + sinceActivity.length == 0
                    ? Subject.Since.UNKNOWN
                    : new Subject.Since(at(sinceFrame, place), at(sinceActivity, place));
        }

        private static long at(long[] values, int place) {
            return values.length == 0 ? Subject.MISSING : values[place];
        }
    }

    ScanBlocks(CaptureReader capture, Plan plan, MatchList matches) {
        this.capture = capture;
        this.matches = matches;
        frames = plan.uses(Field.CDELTA) ? Optional.of(SinceTracker.ofFrames(capture)) : Optional.empty();
        activity = plan.uses(Field.IDLE_LEFT) ? Optional.of(SinceTracker.ofActivity(capture)) : Optional.empty();
    }

    /** More frames are there; returns whether there are blocks to deal. */
    synchronized boolean extend(long count) {
        target = Math.max(target, count);
        forget();
        return next < target;
    }

    /** Frames that are no longer listed need no test, and their matches no room. */
    private void forget() {
        long first = capture.first() / MatchList.BLOCK * MatchList.BLOCK;
        if (first > 0) {
            next = Math.min(target, Math.max(next, first));
            done = dealt.isEmpty() ? next : done;
            matches.forget(Math.min(first, done));
        }
    }

    /** The next block; empty if all have been dealt. */
    synchronized Optional<Block> deal() {
        if (next == target) {
            return Optional.empty();
        }
        long end = Math.min(target, (next / MatchList.BLOCK + 1) * MatchList.BLOCK);
        int count = (int) (end - next);
        Block block = new Block(next, count, since(frames, count), since(activity, count));
        next = end;
        dealt.add(block);
        return Optional.of(block);
    }

    private long[] since(Optional<SinceTracker> tracker, int count) {
        return tracker.map(known -> known.next(next, count)).orElse(new long[0]);
    }

    /** A block has been tested. */
    synchronized void giveBack(Block block) {
        block.done = true;
        while (!dealt.isEmpty() && dealt.getFirst().done) {
            Block first = dealt.removeFirst();
            matches.add((int) (first.from / MatchList.BLOCK), first.matching);
            done = first.from + first.count;
        }
    }

    /** All frames below this number have been tested. */
    long done() {
        return done;
    }

    synchronized long target() {
        return target;
    }
}
