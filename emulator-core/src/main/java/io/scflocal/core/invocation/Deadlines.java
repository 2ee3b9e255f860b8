package io.scflocal.core.invocation;

import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.Ticker;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * When the platform cuts a connection: after the idle timeout without a message either way, or after the execution timeout. What is
 * left is computed from the last activity and the limits of the moment, never counted down. Source: vendor documentation 583/63406.
 *
 * <p>{@link #message()} is called by the connection's I/O thread, everything else by any thread.
 */
public final class Deadlines {
    private final Ticker ticker;
    private final Supplier<Timeouts> limits;
    private final long openedNanos;
    private final AtomicLong servedNanos;
    private final AtomicLong lastMessageNanos;

    /** The invocation begins now; {@code limits} is asked anew every time, so a changed limit acts at once. */
    public Deadlines(Ticker ticker, Supplier<Timeouts> limits) {
        this.ticker = ticker;
        this.limits = limits;
        openedNanos = ticker.nanos();
        servedNanos = new AtomicLong(openedNanos);
        lastMessageNanos = new AtomicLong(openedNanos);
    }

    /** An instance takes the invocation: the execution time starts, which a cold start is no part of. */
    public void served() {
        servedNanos.setRelease(ticker.nanos());
        message();
    }

    /** A message, or a part of one, has passed, or the connection has opened: the idle time starts again. */
    public void message() {
        lastMessageNanos.setRelease(ticker.nanos());
    }

    /** The limits of the moment. */
    public Timeouts limits() {
        return limits.get();
    }

    /** Nanoseconds since the invocation began. */
    public long openNanos() {
        return ticker.nanos() - openedNanos;
    }

    /** Nanoseconds until the idle timeout cuts; negative when it is overdue. */
    public long idleLeftNanos() {
        return limits.get().idle().toNanos() - (ticker.nanos() - lastMessageNanos.getAcquire());
    }

    /** Nanoseconds until the execution timeout cuts; negative when it is overdue. */
    public long executionLeftNanos() {
        return limits.get().execution().toNanos() - (ticker.nanos() - servedNanos.getAcquire());
    }

    /** Nanoseconds until the next look is due. */
    public long nextLookNanos() {
        return Math.min(idleLeftNanos(), executionLeftNanos());
    }

    /** Which limit has passed, if one has; the execution timeout goes first. */
    public Optional<EndCause> passed() {
        if (executionLeftNanos() <= 0) {
            return Optional.of(EndCause.EXECUTION_TIMEOUT);
        }
        return idleLeftNanos() <= 0 ? Optional.of(EndCause.IDLE_TIMEOUT) : Optional.empty();
    }
}
