package io.scflocal.core.launch;

import io.scflocal.core.instance.StartWatch;
import io.scflocal.core.process.ProcessTree;
import io.scflocal.core.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Waits until a function accepts connections. */
final class Readiness {
    private static final long POLL_MILLIS = 20;

    private final Ticker ticker;

    Readiness(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * What is waited at.
     *
     * @param way where the function will accept connections
     * @param debugPort where a debugger will be able to connect, if one is to
     * @param watch is told when it can
     */
    record Door(Doorway way, OptionalInt debugPort, StartWatch watch) {}

    /**
     * How far a start has come.
     *
     * @param opening where it accepts connections; empty if the process ended or the time is over
     * @param begun from the beginning of the wait until the start file's process ran; all of it if it never did
     * @param waited the whole wait, without the time in which a debugger was attached
     */
    record Result(Optional<Doorway.Opening> opening, Duration begun, Duration waited) {

        /** Whether the start file's process ran at all. */
        boolean hasBegun() {
            return begun.compareTo(waited) < 0;
        }
    }

    /** Blocks until the door is open, the process ends or the time is over, which stands still while a debugger is attached. */
    Result await(StartedProcess started, Door door, Duration limit) throws InterruptedException {
        Wait wait = new Wait(door);
        while (wait.passed() < limit.toNanos()) {
            Optional<Doorway.Opening> opening = wait.look(started.tree());
            // A port that opens while its process is gone belongs to a child that is about to be ended.
            if (started.process().waitFor(opening.isPresent() ? 0 : POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
            if (opening.isPresent()) {
                return wait.result(opening);
            }
        }
        return wait.result(Optional.empty());
    }

    /** One wait. */
    private final class Wait {
        private final Door door;
        private long looked = ticker.nanos();
        private long passed;
        private long begun = -1;
        private boolean told;

        private Wait(Door door) {
            this.door = door;
            told = door.debugPort().isEmpty();
        }

        private long passed() {
            long now = ticker.nanos();
            passed += door.watch().isDebugged() ? 0 : now - looked;
            looked = now;
            return passed;
        }

        private Optional<Doorway.Opening> look(ProcessTree tree) {
            if (begun < 0 && door.way().begun(tree)) {
                begun = passed;
            }
            if (begun >= 0
                    && !told
                    && door.way().listensOn(tree, door.debugPort().getAsInt())) {
                told = true;
                door.watch().debuggable(door.debugPort().getAsInt());
            }
            return begun < 0 ? Optional.empty() : door.way().opening(tree);
        }

        private Result result(Optional<Doorway.Opening> opening) {
            long waited = passed();
            return new Result(opening, Duration.ofNanos(begun < 0 ? waited : begun), Duration.ofNanos(waited));
        }
    }
}
