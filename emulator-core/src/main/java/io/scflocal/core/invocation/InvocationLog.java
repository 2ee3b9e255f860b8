package io.scflocal.core.invocation;

import io.scflocal.core.time.Ticker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The newest lines of the function and of the platform, in the order of arrival. Bounded by lines and by characters; the oldest
 * lines go first, and {@link #firstNumber()} tells how many have gone.
 *
 * <p>Thread-safe.
 */
public final class InvocationLog {
    private static final int MAX_LINES = 100_000;
    private static final long MAX_CHARACTERS = 16L << 20;

    private final Ticker ticker;
    private final Consumer<LogLine> listener;
    private final ArrayDeque<LogLine> lines = new ArrayDeque<>();
    private long characters;
    private volatile long endNumber;

    /**
     * An empty log.
     *
     * @param ticker where the times come from
     * @param listener told of every line in the order of the log, on the thread that appends it; must not block and must not throw
     */
    public InvocationLog(Ticker ticker, Consumer<LogLine> listener) {
        this.ticker = ticker;
        this.listener = listener;
    }

    /** Adds a line; {@code requestId} is empty for a line that belongs to no invocation. */
    public LogLine append(LogSource source, String requestId, String text) {
        synchronized (lines) {
            LogLine line = new LogLine(endNumber, ticker.epochNanos(), source, requestId, text);
            lines.addLast(line);
            characters += text.length();
            while (lines.size() > MAX_LINES || (characters > MAX_CHARACTERS && lines.size() > 1)) {
                characters -= lines.removeFirst().text().length();
            }
            endNumber = line.number() + 1;
            listener.accept(line);
            return line;
        }
    }

    /** Number of the oldest line that is still kept. */
    public long firstNumber() {
        synchronized (lines) {
            return endNumber - lines.size();
        }
    }

    /** One more than the number of the newest line. Cheap enough to be asked at every pulse of the screen. */
    public long endNumber() {
        return endNumber;
    }

    /** At most {@code max} lines from number {@code from} on, oldest first; lines that have gone are skipped. */
    public List<LogLine> lines(long from, int max) {
        synchronized (lines) {
            long skip = Math.max(0, from - (endNumber - lines.size()));
            List<LogLine> result = new ArrayList<>();
            if (skip >= lines.size()) {
                return result;
            }
            Iterator<LogLine> newestFirst = lines.descendingIterator();
            long keep = lines.size() - skip;
            for (long i = 0; i < keep; i++) {
                result.add(newestFirst.next());
            }
            Collections.reverse(result);
            return result.size() <= max ? result : List.copyOf(result.subList(0, max));
        }
    }
}
