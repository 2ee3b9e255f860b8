package io.scflocal.core;

import io.scflocal.core.instance.Isolation;
import io.scflocal.core.platform.PlatformLimits;

/**
 * How instances are kept apart and how many there may be.
 *
 * @param isolation how they are kept apart
 * @param maxInstances how many there may be at the same time; a connection beyond that is answered with 432
 */
public record InstanceOptions(Isolation isolation, int maxInstances) {

    /** What holds when nobody has said anything. */
    public static final InstanceOptions DEFAULT =
            new InstanceOptions(Isolation.AUTO, PlatformLimits.DEFAULT_MAX_INSTANCES);

    /** The same with another isolation. */
    public InstanceOptions withIsolation(Isolation other) {
        return new InstanceOptions(other, maxInstances);
    }

    /** The same with another limit. */
    public InstanceOptions withMaxInstances(int limit) {
        return new InstanceOptions(isolation, limit);
    }
}
