package io.scflocal.core;

import io.scflocal.core.instance.InstanceListener;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.problem.Problem;
import java.util.Optional;

/**
 * Told of what happens in an {@link Emulator}. Called on the threads of the emulator, several at the same time; must not block and
 * must not throw. Frames are not told of: read them from {@link Emulator#capture()}.
 */
public interface EmulatorListener extends InvocationListener, InstanceListener {

    /** The emulator has a new state. */
    default void stateChanged(EmulatorState state) {}

    /**
     * The function is about to get its code anew, because its files have changed or the user asked for it. Unlike the others it may read
     * files, and configure the emulator: new instances take what it sets.
     */
    default void reloading(Reload reload) {}

    /**
     * The first instance with the new code runs, or failed to start; connections that come are tried again then. Not told if another reload
     * came in between.
     */
    default void reloaded(Optional<StartFailure> failure) {}

    /**
     * A rule of the platform was broken by a connection for the first time; how often it is broken later is in {@link Emulator#problems()}.
     */
    default void problem(Problem first) {}

    /** A line was added to the log. */
    default void logged(LogLine line) {}
}
