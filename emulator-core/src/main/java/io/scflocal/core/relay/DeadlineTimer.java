package io.scflocal.core.relay;

import io.scflocal.core.invocation.Deadlines;
import io.scflocal.core.platform.EndCause;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Looks at the deadlines of one invocation whenever one of them may have passed. The timer is set anew at each look and not for each
 * message, which would cost more than the message.
 *
 * <p>Confined to the tunnel's I/O thread.
 */
final class DeadlineTimer {
    private final Deadlines deadlines;
    private final RelayTimer timer;
    private final Consumer<EndCause> passed;
    private Runnable cancel = () -> {};

    /** {@code passed} is told which limit has passed, once for each {@link #start}. */
    DeadlineTimer(Deadlines deadlines, RelayTimer timer, Consumer<EndCause> passed) {
        this.deadlines = deadlines;
        this.timer = timer;
        this.passed = passed;
    }

    /** Plans the next look, in place of the one that was planned before. */
    void start() {
        cancel.run();
        Duration left = Duration.ofNanos(deadlines.nextLookNanos());
        cancel = timer.after(left.compareTo(RelayTimer.STEP) < 0 ? RelayTimer.STEP : left, this::look);
    }

    /** Looks no more. */
    void stop() {
        cancel.run();
    }

    private void look() {
        deadlines.passed().ifPresentOrElse(passed, this::start);
    }
}
