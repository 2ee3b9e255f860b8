package io.scflocal.core.process;

import io.scflocal.core.time.Ticker;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a process tree: asks every member, waits for the grace period, then kills. Thread-safe. */
public final class TreeEnding {
    /** How long processes may take to end by themselves when nothing else is said. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(2);

    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 5;

    private final Ticker ticker;
    private final Duration grace;

    /** @param grace how long processes may take to end by themselves before they are killed */
    public TreeEnding(Ticker ticker, Duration grace) {
        this.ticker = ticker;
        this.grace = grace;
    }

    /**
     * Blocks until no member runs or the system refuses; an interrupt does not shorten it and is kept for the caller.
     *
     * @return those that are left, normally none
     */
    public List<ProcessHandle> end(ProcessTree tree) {
        Set<ProcessHandle> asked = new HashSet<>();
        // The root comes first, so that a script does not go on with its next line when its child ends.
        List<ProcessHandle> left = repeat(tree, grace, () -> {
            for (ProcessHandle process : tree.function()) {
                if (asked.add(process)) {
                    process.destroy();
                }
            }
        });
        return left.isEmpty() ? left : kill(tree);
    }

    /** As {@link #end}, without asking. */
    public List<ProcessHandle> kill(ProcessTree tree) {
        return repeat(tree, KILL_LIMIT, tree::kill);
    }

    private List<ProcessHandle> repeat(ProcessTree tree, Duration limit, Runnable action) {
        long start = ticker.nanos();
        boolean interrupted = false;
        List<ProcessHandle> left = tree.members();
        while (!left.isEmpty() && ticker.nanos() - start < limit.toNanos()) {
            action.run();
            interrupted |= interruptedWhilePausing();
            left = tree.members();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return left;
    }

    private static boolean interruptedWhilePausing() {
        try {
            new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
