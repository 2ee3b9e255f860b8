package io.scflocal.core.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The decisions of a pool: one at a time under a lock; what they cause is done after the lock is free again. Thread-safe. */
final class Decisions {
    private final List<Runnable> afterwards = new ArrayList<>();

    /** Runs a decision, and after that, without the lock, what it has caused. */
    void make(Runnable decision) {
        List<Runnable> caused;
        synchronized (afterwards) {
            decision.run();
            caused = List.copyOf(afterwards);
            afterwards.clear();
        }
        caused.forEach(Runnable::run);
    }

    /** Looks at what the lock guards. */
    <T> T look(Supplier<T> question) {
        synchronized (afterwards) {
            return question.get();
        }
    }

    /** Called by a decision: {@code consequence} follows it. */
    void cause(Runnable consequence) {
        afterwards.add(consequence);
    }
}
