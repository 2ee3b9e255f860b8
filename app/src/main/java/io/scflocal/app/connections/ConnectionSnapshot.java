package io.scflocal.app.connections;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Deadlines;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.InvocationState;
import io.scflocal.core.platform.Timeouts;
import java.util.Optional;

/**
 * What the table shows of a connection, as it stood at one look.
 *
 * @param invocation the connection itself, for what never changes
 * @param state where it was in its life
 * @param elapsedNanos how long it had been open, or was open before it ended
 * @param execution the execution timeout
 * @param idle the idle timeout
 * @param paused whether both stand still, because a debugger is attached to the instance
 * @param toFunction what had passed client → function
 * @param toClient what had passed function → client
 * @param rate frames a second, both ways, as far as it was looked at
 */
record ConnectionSnapshot(
        Invocation invocation,
        InvocationState state,
        long elapsedNanos,
        Countdown execution,
        Countdown idle,
        boolean paused,
        Passed toFunction,
        Passed toClient,
        RateHistory rate) {

    /** Frames, and their bytes on the wire, in one direction. */
    record Passed(long frames, long bytes) {
        private static Passed of(Invocation invocation, Direction direction) {
            return new Passed(
                    invocation.traffic(direction).frames(),
                    invocation.traffic(direction).bytes());
        }
    }

    /** A first look. */
    static ConnectionSnapshot of(Invocation invocation) {
        // Nothing can look restarted at the first look, whatever is left.
        Countdown none = new Countdown(Long.MAX_VALUE, 0, false);
        return look(invocation, none, none, Optional.empty());
    }

    /** A look now, at the same connection. */
    ConnectionSnapshot next() {
        return look(invocation, execution, idle, Optional.of(rate));
    }

    private static ConnectionSnapshot look(
            Invocation invocation, Countdown execution, Countdown idle, Optional<RateHistory> before) {
        // The state first: an invocation that is ENDED here has its end and its final counts.
        InvocationState state = invocation.state();
        Deadlines deadlines = invocation.deadlines();
        Timeouts limits = deadlines.limits();
        long elapsed = invocation.end().map(InvocationEnd::durationNanos).orElseGet(deadlines::billedNanos);
        Passed up = Passed.of(invocation, Direction.CLIENT_TO_FUNCTION);
        Passed down = Passed.of(invocation, Direction.FUNCTION_TO_CLIENT);
        long frames = up.frames + down.frames;
        // Frames pass also while a debugger makes the platform's time stand still.
        long open = deadlines.openNanos();
        return new ConnectionSnapshot(
                invocation,
                state,
                elapsed,
                execution.next(
                        deadlines.executionLeftNanos(), limits.execution().toNanos()),
                idle.next(deadlines.idleLeftNanos(), limits.idle().toNanos()),
                deadlines.isPaused(),
                up,
                down,
                before.map(known -> known.next(open, frames)).orElseGet(() -> RateHistory.from(open, frames)));
    }

    /** How it ended; empty unless it has. */
    Optional<InvocationEnd> end() {
        return state == InvocationState.ENDED ? invocation.end() : Optional.empty();
    }

    /** Whether the platform would cut it for being idle: only while frames can pass. */
    boolean idles() {
        return state == InvocationState.OPEN;
    }

    /** Bytes on the wire, both ways. */
    long bytes() {
        return toFunction.bytes() + toClient.bytes();
    }
}
