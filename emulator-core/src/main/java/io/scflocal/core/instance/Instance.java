package io.scflocal.core.instance;

import io.scflocal.core.interpreter.InterpreterMapping;
import io.scflocal.core.platform.ColdStart;
import io.scflocal.core.platform.EndCause;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * A started process tree that accepts connections.
 *
 * <p>Thread-safe.
 */
public interface Instance {

    /** Short name that tells instances apart: A, B, … */
    String id();

    /** Id of the start file's process on this machine. */
    long pid();

    /** Where the function accepts connections. */
    InetSocketAddress address();

    /** How it is kept apart. */
    Separation separation();

    /** Whether it listens on the loopback address only, where the cloud would not reach it. */
    boolean loopbackOnly();

    /** Port of this machine on which it waits for a debugger; empty if it does not. */
    default OptionalInt debugPort() {
        return OptionalInt.empty();
    }

    /** What its start took. */
    ColdStart coldStart();

    /** From the start of the process until it accepted a connection. */
    default Duration readyAfter() {
        return coldStart().started().plus(coldStart().initialised());
    }

    /** Resident memory of the whole tree in bytes at the last measurement; 0 before the first. Never blocks. */
    long memoryBytes();

    /** What stands in for interpreters of the platform that this machine does not have under their own path; usually one or none. */
    List<InterpreterMapping> mappings();

    /** Whether the root process is running. */
    boolean isAlive();

    /** Completes with the exit status of the root process once it has ended and its output has been read. */
    CompletableFuture<Integer> exited();

    /** Why connections end that it still serves when it ends. */
    EndCause endCause();

    /**
     * Ends the whole tree: asks, waits for the grace period, then kills. Blocks until no process of it is left or the system refuses;
     * does nothing if it has already ended.
     */
    void stop();

    /** Kills the whole tree at once, as the platform does; {@link #endCause()} is {@code why} from now on. Otherwise as {@link #stop()}. */
    void kill(EndCause why);
}
