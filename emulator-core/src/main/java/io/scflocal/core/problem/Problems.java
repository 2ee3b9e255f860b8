package io.scflocal.core.problem;

import io.scflocal.core.time.Ticker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The problems of a session: one for each connection and rule, however often it is broken. The newest {@link #MAX_KEPT} are kept.
 *
 * <p>Thread-safe.
 */
public final class Problems implements ProblemSink {
    /** How many are kept; the oldest go first. */
    public static final int MAX_KEPT = 2_000;

    private final Ticker ticker;
    private final Consumer<Problem> listener;
    private final Map<Long, Problem> problems = new LinkedHashMap<>();
    private volatile long changes;

    /**
     * None yet.
     *
     * @param listener told of the first occurrence of every problem, on the thread that reports it; must not block and must not throw
     */
    public Problems(Ticker ticker, Consumer<Problem> listener) {
        this.ticker = ticker;
        this.listener = listener;
    }

    @Override
    public void report(ProblemKind kind, int connection, long frame, long measured, long limit) {
        Problem first = add(kind, connection, frame, measured, limit);
        if (first != null) {
            listener.accept(first);
        }
    }

    /** The problem, if it is a new one. */
    private @Nullable Problem add(ProblemKind kind, int connection, long frame, long measured, long limit) {
        long key = (long) connection << Integer.SIZE | kind.ordinal();
        synchronized (problems) {
            changes++;
            Problem known = problems.get(key);
            if (known != null) {
                problems.put(key, known.again(measured, limit));
                return null;
            }
            Problem first = new Problem(kind, connection, 1, ticker.epochNanos(), frame, measured, limit);
            problems.put(key, first);
            if (problems.size() > MAX_KEPT) {
                problems.remove(problems.keySet().iterator().next());
            }
            return first;
        }
    }

    /** All that are kept, in the order in which they first occurred. */
    public List<Problem> all() {
        synchronized (problems) {
            return List.copyOf(problems.values());
        }
    }

    /** Grows with every report, so that a screen knows when to look again. Cheap. */
    public long changes() {
        return changes;
    }
}
