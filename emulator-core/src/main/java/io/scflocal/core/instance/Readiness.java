package io.scflocal.core.instance;

import io.scflocal.core.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits until a function accepts connections. */
final class Readiness {
    private static final long POLL_MILLIS = 20;

    private final Ticker ticker;

    Readiness(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * How far a start has come.
     *
     * @param opening where it accepts connections; empty if the process ended or the time is over
     * @param begun from the beginning of the wait until the start file's process ran; all of it if it never did
     * @param waited the whole wait
     */
    record Result(Optional<Doorway.Opening> opening, Duration begun, Duration waited) {

        /** Whether the start file's process ran at all. */
        boolean hasBegun() {
            return begun.compareTo(waited) < 0;
        }
    }

    /** Blocks until the door is open, the process ends or the time is over. */
    Result await(StartedProcess started, Doorway doorway, Duration limit) throws InterruptedException {
        long start = ticker.nanos();
        long begun = -1;
        while (ticker.nanos() - start < limit.toNanos()) {
            if (begun < 0 && doorway.begun(started.tree())) {
                begun = ticker.nanos() - start;
            }
            Optional<Doorway.Opening> opening = begun < 0 ? Optional.empty() : doorway.opening(started.tree());
            // A port that opens while its process is gone belongs to a child that is about to be ended.
            if (started.process().waitFor(opening.isPresent() ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
            if (opening.isPresent()) {
                return result(opening, begun, start);
            }
        }
        return result(Optional.empty(), begun, start);
    }

    private Result result(Optional<Doorway.Opening> opening, long begun, long start) {
        long waited = ticker.nanos() - start;
        return new Result(opening, Duration.ofNanos(begun < 0 ? waited : begun), Duration.ofNanos(waited));
    }
}
