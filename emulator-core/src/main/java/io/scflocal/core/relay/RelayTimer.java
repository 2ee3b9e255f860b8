package io.scflocal.core.relay;

import java.time.Duration;

/** Runs something later on the tunnel's I/O thread. */
@FunctionalInterface
public interface RelayTimer {

    /** Runs {@code task} once, not before {@code delay} has passed; running the result takes it back. */
    Runnable after(Duration delay, Runnable task);
}
