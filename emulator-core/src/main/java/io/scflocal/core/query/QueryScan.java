package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tests all frames of a capture in the background, and those that come later. The matches can be read while it goes on.
 *
 * <p>Thread-safe, and no method waits for the scan.
 */
public final class QueryScan implements AutoCloseable {
    private final Plan plan;
    private final CaptureReader capture;
    private final Executor executor;
    private final int workers;
    private final MatchList matches = new MatchList();
    private final ScanBlocks blocks;
    private final AtomicLong givenUp = new AtomicLong();
    private final ArrivingFrames arriving;
    private final Deque<FrameMatcher> idle = new ArrayDeque<>();
    private int running;
    private CompletableFuture<Void> caughtUp = CompletableFuture.completedFuture(null);
    private volatile boolean cancelled;

    /**
     * A scan that has not begun; {@link #extend()} begins it.
     *
     * @param executor runs the workers; each of them occupies a thread until the scan has caught up
     * @param workers how many threads scan at most
     */
    public QueryScan(Plan plan, CaptureReader capture, Executor executor, int workers) {
        this.plan = plan;
        this.capture = capture;
        this.executor = executor;
        this.workers = workers;
        blocks = new ScanBlocks(capture, plan, matches);
        arriving = new ArrivingFrames(capture, matches);
    }

    /**
     * Lets the frames be tested that have come since the last call. Cheap enough for every pulse of the screen.
     *
     * @return done when all frames of now have been tested or the scan is cancelled; fails if a frame can't be read or the executor takes
     *     no work, and the scan is cancelled then
     */
    public synchronized CompletionStage<Void> extend() {
        boolean more = blocks.extend(capture.count()) || plan.readsPayload() && !arriving.isEmpty();
        if (cancelled || !more) {
            return caughtUp.minimalCompletionStage();
        }
        if (running == 0) {
            caughtUp = new CompletableFuture<>();
        }
        long blocksLeft = (blocks.target() - blocks.done()) / MatchList.BLOCK + 1;
        // Counted beforehand: an executor may run the work at once, and it is done then.
        for (long missing = Math.min(workers, blocksLeft) - running; missing > 0 && !cancelled; missing--) {
            start();
        }
        return caughtUp.minimalCompletionStage();
    }

    private void start() {
        running++;
        try {
            executor.execute(new Worker());
        } catch (RejectedExecutionException e) {
            fail().completeExceptionally(e);
        }
    }

    /** The matches so far: of all frames below {@link #tested()}. */
    public MatchList matches() {
        return matches;
    }

    /** All frames below this number have been tested. */
    public long tested() {
        return blocks.done();
    }

    /** Frames of which nobody knows because a pattern took too long; they count as not matching. */
    public long givenUp() {
        return givenUp.get();
    }

    /** Whether it was cancelled or has failed. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Stops the scan for good; the matches so far stay, and no more are added once the workers have noticed. */
    @Override
    public void close() {
        cancelled = true;
    }

    /** Tests blocks until there are no more. */
    private final class Worker implements Runnable {
        private CompletableFuture<Void> finished = new CompletableFuture<>();

        @Override
        public void run() {
            try {
                FrameMatcher matcher = takeMatcher();
                matcher.startBlock();
                if (plan.readsPayload()) {
                    arriving.test(matcher, blocks.done());
                }
                for (Optional<ScanBlocks.Block> block = next(matcher); block.isPresent(); block = next(matcher)) {
                    test(matcher, block.get());
                }
                finished.complete(null);
            } catch (RuntimeException | Error e) {
                fail().completeExceptionally(e);
            }
        }

        /** The next block. If there is none this worker no longer counts, so that whoever adds frames then starts another. */
        private Optional<ScanBlocks.Block> next(FrameMatcher matcher) {
            synchronized (QueryScan.this) {
                Optional<ScanBlocks.Block> block = cancelled ? Optional.empty() : blocks.deal();
                if (block.isEmpty()) {
                    idle.push(matcher);
                    finished = --running == 0 ? caughtUp : finished;
                }
                return block;
            }
        }
    }

    /** The matchers are kept, because they know what they found out about connections. */
    private synchronized FrameMatcher takeMatcher() {
        return idle.isEmpty() ? plan.matcher(capture, () -> cancelled) : idle.pop();
    }

    private synchronized CompletableFuture<Void> fail() {
        running--;
        cancelled = true;
        return caughtUp;
    }

    private void test(FrameMatcher matcher, ScanBlocks.Block block) {
        matcher.startBlock();
        long givenUpBefore = matcher.givenUp();
        for (int i = 0; i < block.count; i++) {
            if (cancelled) {
                return;
            }
            long number = block.from + i;
            if (matcher.matches(number, block.since(i))) {
                int bit = (int) (number % MatchList.BLOCK);
                block.matching[bit / Long.SIZE] |= 1L << bit % Long.SIZE;
            }
            if (plan.readsPayload() && !matcher.whole()) {
                arriving.add(number, matcher.capturedLength());
            }
        }
        givenUp.addAndGet(matcher.givenUp() - givenUpBefore);
        blocks.giveBack(block);
    }
}
