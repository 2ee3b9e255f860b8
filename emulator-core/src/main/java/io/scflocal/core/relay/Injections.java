package io.scflocal.core.relay;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The emulator's own frames for one direction: those that wait for their place, first come, first served, and those that are being
 * written.
 *
 * <p>Confined to the tunnel's I/O thread.
 */
final class Injections {
    /** How many may wait; a person sends few, and a program has to wait for the results. */
    static final int MAX_WAITING = 256;

    private final ArrayDeque<Injection> waiting = new ArrayDeque<>(1);
    private @Nullable Injection underWay;
    private @Nullable ByteBuffer bytes;
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

    /** Whether some wait for their place. */
    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    /** Records the next ones that may stand at a frame boundary, for their {@link #bytes} to be written; null if there are none. */
    @Nullable
    Injection begin(boolean insideMessage) {
        Injection first = waiting.peek();
        if (first == null || insideMessage && !first.fitsIntoMessage()) {
            return null;
        }
        closed |= first.closes();
        underWay = waiting.poll();
        bytes = first.record();
        return first;
    }

    /** What is left to be written of those that are under way; null if none are. */
    @Nullable
    ByteBuffer bytes() {
        return bytes;
    }

    /** Those that were under way are written. */
    void written() {
        endUnderWay(ActResult.DONE);
    }

    /** Whether a Close frame was put in: whatever comes later is not passed on. */
    boolean closed() {
        return closed;
    }

    /** None of those that wait can be sent any more. */
    void endWaiting(ActResult how) {
        for (Injection next = waiting.poll(); next != null; next = waiting.poll()) {
            next.end(how);
        }
    }

    /** Nothing can be sent any more. */
    void endAll(ActResult how) {
        endWaiting(how);
        endUnderWay(how);
    }

    private void endUnderWay(ActResult how) {
        Injection ending = underWay;
        underWay = null;
        bytes = null;
        if (ending != null) {
            ending.end(how);
        }
    }
}
