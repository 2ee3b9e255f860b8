package io.scflocal.core.instance;

import java.util.concurrent.CompletionStage;

/**
 * Decides which instance serves a connection.
 *
 * <p>Thread-safe; never blocks.
 */
public interface InstanceProvider {

    /**
     * An instance for one more connection, started first if there is none. Completes exceptionally with a {@link StartFailure} if
     * none can be started; may complete on any thread.
     */
    CompletionStage<Instance> acquire();
}
