package io.scflocal.core.relay;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The frames that wait to be put into one direction, first come, first served. Confined to the tunnel's I/O thread. */
final class Injections {
    /** How many may wait; a person sends few, and a program has to wait for the results. */
    static final int MAX_WAITING = 256;

    private final ArrayDeque<Injection> waiting = new ArrayDeque<>(1);
    private boolean closed;

    void add(Injection injection) {
        if (closed) {
            injection.end(ActResult.CLOSING);
        } else if (waiting.size() == MAX_WAITING) {
            injection.end(ActResult.TOO_MANY_WAITING);
        } else {
            waiting.add(injection);
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The next one that may stand at a frame boundary; null if there is none. */
    @Nullable
    Injection next(boolean insideMessage) {
        Injection first = waiting.peek();
        if (first == null || insideMessage && !first.fitsIntoMessage()) {
            return null;
        }
        closed |= first.closes();
        return waiting.poll();
    }

    /** Whether a Close frame was put in: whatever comes later is not passed on. */
    boolean closed() {
        return closed;
    }

    /** None of those that wait can be sent any more. */
    void endAll(ActResult how) {
        for (Injection next = waiting.poll(); next != null; next = waiting.poll()) {
            next.end(how);
        }
    }
}
