package io.scflocal.core.platform;

import java.time.Duration;

/**
 * The three limits on time that the platform sets for a function. Immutable; a running emulator takes a new one at any time.
 *
 * @param idle how long a connection may go without a message before it is cut with 455
 * @param execution how long a connection may be open before it is cut with 433
 * @param init how long the start file may take until port 9000 accepts a connection
 */
public record Timeouts(Duration idle, Duration execution, Duration init) {

    /** What the emulator uses when nobody has said anything. */
    public static final Timeouts DEFAULT = new Timeouts(
            PlatformLimits.DEFAULT_IDLE_TIMEOUT,
            PlatformLimits.DEFAULT_EXECUTION_TIMEOUT,
            PlatformLimits.DEFAULT_INIT_TIMEOUT);

    /** The same limits with another idle timeout. */
    public Timeouts withIdle(Duration limit) {
        return new Timeouts(limit, execution, init);
    }

    /** The same limits with another execution timeout. */
    public Timeouts withExecution(Duration limit) {
        return new Timeouts(idle, limit, init);
    }

    /** The same limits with another initialisation timeout. */
    public Timeouts withInit(Duration limit) {
        return new Timeouts(idle, execution, limit);
    }
}
