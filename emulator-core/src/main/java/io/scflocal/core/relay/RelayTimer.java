package io.scflocal.core.relay;

import java.time.Duration;

/** Runs something later on the tunnel's I/O thread. */
@FunctionalInterface
public interface RelayTimer {
    /** The timers of I/O threads know whole milliseconds only. */
    Duration STEP = Duration.ofMillis(1);

    /** Runs {@code task} once, not before {@code delay} has passed; running the result takes it back. */
    Runnable after(Duration delay, Runnable task);
}
