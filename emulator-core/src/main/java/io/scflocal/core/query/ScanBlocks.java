package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deals out the frames of a capture in blocks, and takes the results back in the order of the frames. Thread-safe. */
final class ScanBlocks {
    private final MatchList matches;
    private final @Nullable CdeltaTracker cdeltas;
    private final Deque<Block> dealt = new ArrayDeque<>();
    private long target;
    private long next;
    private volatile long done;

    /** Frames of one block of {@link MatchList#BLOCK}, and what became of them. */
    static final class Block {
        final long from;
        final int count;
        final long[] cdeltas;
        final long[] matching = new long[MatchList.BLOCK / Long.SIZE];
        private boolean done;

        Block(long from, int count, long[] cdeltas) {
            this.from = from;
            this.count = count;
            this.cdeltas = cdeltas;
        }
    }

    ScanBlocks(CaptureReader capture, Plan plan, MatchList matches) {
        this.matches = matches;
        cdeltas = plan.usesCdelta() ? new CdeltaTracker(capture.cursor()) : null;
    }

    /** More frames are there; returns whether there are blocks to deal. */
    synchronized boolean extend(long count) {
        target = Math.max(target, count);
        return next < target;
    }

    /** The next block; empty if all have been dealt. */
    synchronized Optional<Block> deal() {
        if (next == target) {
            return Optional.empty();
        }
        long end = Math.min(target, (next / MatchList.BLOCK + 1) * MatchList.BLOCK);
        int count = (int) (end - next);
        Block block = new Block(next, count, cdeltas == null ? new long[0] : cdeltas.next(next, count));
        next = end;
        dealt.add(block);
        return Optional.of(block);
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
