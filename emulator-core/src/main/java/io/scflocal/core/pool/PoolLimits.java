package io.scflocal.core.pool;

import io.scflocal.core.function.FunctionSettings;

/**
 * How many connections are served by how many instances.
 *
 * @param maxInstances how many instances may exist at the same time
 * @param concurrency how many connections one takes
 * @param memoryMb configured memory of an instance
 * @param debug whether instances are to wait for debuggers
 * @param enforceMemory whether an instance that uses more is ended, as in the cloud; otherwise it is told of
 */
public record PoolLimits(int maxInstances, int concurrency, int memoryMb, boolean debug, boolean enforceMemory) {

    /** The limits that a function's configuration brings along. */
    public static PoolLimits of(FunctionSettings settings, int maxInstances, boolean debug, boolean enforceMemory) {
        return new PoolLimits(maxInstances, settings.concurrency(), settings.memoryMb(), debug, enforceMemory);
    }
}
