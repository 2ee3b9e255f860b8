package io.scflocal.core;

import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.process.Household;
import java.util.OptionalInt;

/**
 * How instances run on this machine: how they are kept apart, how many there may be, when they are replaced, by what interpreters, and
 * whether they can be debugged.
 *
 * @param isolation how they are kept apart
 * @param maxInstances how many there may be at the same time; a connection beyond that is answered with 432
 * @param reload what happens when files change
 * @param interpreters what the user wants to stand in for interpreters of the platform
 * @param debugPort from which port of this machine on debuggers can connect, one port for each instance; empty if they can't
 * @param household the emulators that clean up after each other
 * @param keepsLeftovers whether what an emulator left that was killed stays as long as it is not in the way; otherwise it is ended before
 *     the first start
 */
public record InstanceOptions(
        Isolation isolation,
        int maxInstances,
        ReloadMode reload,
        InterpreterChoices interpreters,
        OptionalInt debugPort,
        Household household,
        boolean keepsLeftovers) {

    /** Where debuggers look first: the usual port of Node.js. */
    public static final int DEFAULT_DEBUG_PORT = 9229;

    /** What holds when nobody has said anything. */
    public static final InstanceOptions DEFAULT = new InstanceOptions(
            Isolation.AUTO,
            PlatformLimits.DEFAULT_MAX_INSTANCES,
            ReloadMode.OFF,
            InterpreterChoices.NONE,
            OptionalInt.empty(),
            Household.NONE,
            false);

    /** What the settings of a function say. */
    public static InstanceOptions from(ResolvedSettings settings) {
        return new InstanceOptions(
                Isolation.of(settings.text(Setting.ISOLATION)).orElse(DEFAULT.isolation()),
                settings.number(Setting.MAX_INSTANCES),
                settings.reload(),
                settings.interpreterChoices(),
                OptionalInt.empty(),
                Household.NONE,
                false);
    }

    /** The same with another isolation. */
    public InstanceOptions withIsolation(Isolation other) {
        return new InstanceOptions(other, maxInstances, reload, interpreters, debugPort, household, keepsLeftovers);
    }

    /** The same with another limit. */
    public InstanceOptions withMaxInstances(int limit) {
        return new InstanceOptions(isolation, limit, reload, interpreters, debugPort, household, keepsLeftovers);
    }

    /** The same with another way to reload. */
    public InstanceOptions withReload(ReloadMode other) {
        return new InstanceOptions(isolation, maxInstances, other, interpreters, debugPort, household, keepsLeftovers);
    }

    /** The same with other interpreters. */
    public InstanceOptions withInterpreters(InterpreterChoices other) {
        return new InstanceOptions(isolation, maxInstances, reload, other, debugPort, household, keepsLeftovers);
    }

    /** The same with debuggers that can connect, or can't. */
    public InstanceOptions withDebugPort(OptionalInt port) {
        return new InstanceOptions(isolation, maxInstances, reload, interpreters, port, household, keepsLeftovers);
    }

    /** The same for another household. */
    public InstanceOptions withHousehold(Household other) {
        return new InstanceOptions(isolation, maxInstances, reload, interpreters, debugPort, other, keepsLeftovers);
    }

    /** The same, leaving alone what an emulator left that was killed, because somebody is asked about it. */
    public InstanceOptions keepingLeftovers() {
        return new InstanceOptions(isolation, maxInstances, reload, interpreters, debugPort, household, true);
    }
}
