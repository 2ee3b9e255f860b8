package io.scflocal.core.instance;

import io.scflocal.core.output.OutputListener;

/** Starts one instance of a function. */
public interface InstanceLauncher extends AutoCloseable {

    /**
     * Starts the function's start file and waits until it accepts connections. Blocks up to the initialisation timeout; a blocked
     * call ends early with {@link StartProblem#CANCELLED} when its thread is interrupted. Whatever was started is gone again when
     * this throws.
     *
     * @param request what to start and with what
     * @param output receives the lines that the process prints, also those before it is ready
     * @param watch is told of a port for debuggers, and asked for them
     * @throws StartFailure if no instance that accepts connections came of it
     */
    Instance launch(LaunchRequest request, OutputListener output, StartWatch watch) throws StartFailure;

    /** As the other, where nobody asks for debuggers. */
    default Instance launch(LaunchRequest request, OutputListener output) throws StartFailure {
        return launch(request, output, StartWatch.NONE);
    }

    /** Whether it is certain before the first start that instances do not share a process. */
    default boolean alwaysSeparates() {
        return false;
    }

    /** Nothing is launched any more. */
    @Override
    default void close() {}
}
