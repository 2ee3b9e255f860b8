package io.scflocal.core.pool;

import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.platform.EndCause;

/** Compares the memory of a pool's instances with what is configured. Guarded by the pool's lock. */
final class MemoryLimit {
    private final Roster roster;
    private final InstanceWork work;

    MemoryLimit(Roster roster, InstanceWork work) {
        this.roster = roster;
        this.work = work;
    }

    /** Tells of each instance once that uses more, and ends it if that is how limits are treated. */
    void check(PoolLimits limits) {
        long limit = (long) limits.memoryMb() << 20;
        for (PooledInstance pooled : roster.all()) {
            Instance instance = pooled.instance;
            if (instance != null && pooled.isRunning() && instance.memoryBytes() > limit) {
                exceeded(pooled, instance.memoryBytes(), limits);
            }
        }
    }

    private void exceeded(PooledInstance pooled, long bytes, PoolLimits limits) {
        if (!pooled.memoryTold) {
            pooled.memoryTold = true;
            roster.notice(
                    InstanceNotice.Kind.MEMORY_EXCEEDED,
                    pooled.id,
                    Long.toString(bytes >> 20),
                    Integer.toString(limits.memoryMb()));
        }
        if (limits.enforceMemory()) {
            work.end(pooled, instance -> instance.kill(EndCause.MEMORY_LIMIT));
        }
    }
}
