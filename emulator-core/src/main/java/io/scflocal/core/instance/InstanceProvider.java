package io.scflocal.core.instance;

import io.scflocal.core.platform.FunctionStatus;
import java.util.concurrent.CompletionStage;

/**
 * Decides which instance serves a connection.
 *
 * <p>Thread-safe; never blocks.
 */
@FunctionalInterface
public interface InstanceProvider {

    /**
     * An instance for one more connection, started first if there is none. Completes exceptionally with a {@link StartFailure} if
     * none can be had; may complete on any thread.
     *
     * @param requestId the platform's request id of the connection
     */
    CompletionStage<Instance> acquire(String requestId);

    /**
     * The connection has ended, whether it ever had an instance or not; a second call for it does nothing.
     *
     * @param requestId as it was given to {@link #acquire}
     * @param status how it ended
     */
    default void release(String requestId, FunctionStatus status) {}
}
