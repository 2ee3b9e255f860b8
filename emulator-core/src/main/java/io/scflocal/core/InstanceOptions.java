package io.scflocal.core;

import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.platform.PlatformLimits;

/**
 * How instances are kept apart, how many there may be, and when they are replaced.
 *
 * @param isolation how they are kept apart
 * @param maxInstances how many there may be at the same time; a connection beyond that is answered with 432
 * @param reload what happens when files change
 */
public record InstanceOptions(Isolation isolation, int maxInstances, ReloadMode reload) {

    /** What holds when nobody has said anything. */
    public static final InstanceOptions DEFAULT =
            new InstanceOptions(Isolation.AUTO, PlatformLimits.DEFAULT_MAX_INSTANCES, ReloadMode.OFF);

    /** What the settings of a function say. */
    public static InstanceOptions from(ResolvedSettings settings) {
        return new InstanceOptions(
                Isolation.of(settings.text(Setting.ISOLATION)).orElse(DEFAULT.isolation()),
                settings.number(Setting.MAX_INSTANCES),
                settings.reload());
    }

    /** The same with another isolation. */
    public InstanceOptions withIsolation(Isolation other) {
        return new InstanceOptions(other, maxInstances, reload);
    }

    /** The same with another limit. */
    public InstanceOptions withMaxInstances(int limit) {
        return new InstanceOptions(isolation, limit, reload);
    }

    /** The same with another way to reload. */
    public InstanceOptions withReload(ReloadMode other) {
        return new InstanceOptions(isolation, maxInstances, other);
    }
}
