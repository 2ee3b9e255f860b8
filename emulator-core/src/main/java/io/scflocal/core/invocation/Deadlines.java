package io.scflocal.core.invocation;

import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.Ticker;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * When the platform cuts a connection: after the idle timeout without a message either way, or after the execution timeout. What is
 * left is computed from the last activity and the limits of the moment, never counted down. While a debugger is attached, time stands
 * still. Source: vendor documentation 583/63406.
 *
 * <p>{@link #message()} is called by the connection's I/O thread, everything else by any thread.
 */
public final class Deadlines {
    private static final long PAUSED_LOOK_NANOS = TimeUnit.HOURS.toNanos(1);

    private final Ticker ticker;
    private final PausableClock clock;
    private final Supplier<Timeouts> limits;
    private final long openedNanos;
    private final AtomicLong servedNanos;
    private final AtomicLong lastMessageNanos;

    /** The invocation begins now; {@code limits} is asked anew every time, so a changed limit acts at once. */
    public Deadlines(Ticker ticker, Supplier<Timeouts> limits) {
        this.ticker = ticker;
        this.limits = limits;
        clock = new PausableClock(ticker);
        openedNanos = ticker.nanos();
        servedNanos = new AtomicLong(openedNanos);
        lastMessageNanos = new AtomicLong(openedNanos);
    }

    /** An instance takes the invocation: the execution time starts, which a cold start is no part of. */
    public void served() {
        servedNanos.setRelease(clock.nanos());
        message();
    }

    /** A message, or a part of one, has passed, or the connection has opened: the idle time starts again. */
    public void message() {
        lastMessageNanos.setRelease(clock.nanos());
    }

    /** The limits of the moment. */
    public Timeouts limits() {
        return limits.get();
    }

    /** Nanoseconds since the invocation began. */
    public long openNanos() {
        return ticker.nanos() - openedNanos;
    }

    /** As {@link #openNanos}, without the time that stood still: what the cloud would bill. */
    public long billedNanos() {
        return clock.nanos() - openedNanos;
    }

    /** Whether time stands still. */
    public boolean isPaused() {
        return clock.isPaused();
    }

    /** Time stands still from now on. Called by one thread at a time, as {@link #resume}. */
    void pause() {
        clock.pause();
    }

    /** Time goes on. */
    void resume() {
        clock.resume();
    }

    /** Nanoseconds until the idle timeout cuts; negative when it is overdue. */
    public long idleLeftNanos() {
        return limits.get().idle().toNanos() - (clock.nanos() - lastMessageNanos.getAcquire());
    }

    /** Nanoseconds until the execution timeout cuts; negative when it is overdue. */
    public long executionLeftNanos() {
        return limits.get().execution().toNanos() - (clock.nanos() - servedNanos.getAcquire());
    }

    /** Nanoseconds until the next look is due; whoever looks is told when time goes on after it stood still. */
    public long nextLookNanos() {
        return isPaused() ? PAUSED_LOOK_NANOS : Math.min(idleLeftNanos(), executionLeftNanos());
    }

    /** Which limit has passed, if one has; the execution timeout goes first. */
    public Optional<EndCause> passed() {
        if (isPaused()) {
            return Optional.empty();
        }
        if (executionLeftNanos() <= 0) {
            return Optional.of(EndCause.EXECUTION_TIMEOUT);
        }
        return idleLeftNanos() <= 0 ? Optional.of(EndCause.IDLE_TIMEOUT) : Optional.empty();
    }
}
