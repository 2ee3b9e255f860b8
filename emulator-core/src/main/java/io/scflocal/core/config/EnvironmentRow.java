package io.scflocal.core.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One variable of the function's process.
 *
 * @param name its name
 * @param value its value, which may be a secret
 * @param giver who gives it
 * @param origin where it is written, for the function's own variables
 * @param hides where weaker values are written that it hides, the strongest first
 * @param replaced who else would give it, if the function's own configuration did not
 */
public record EnvironmentRow(
        String name, String value, Giver giver, Optional<Origin> origin, List<Origin> hides, Optional<Giver> replaced) {
    private static final String MASK = "••••••";

    /** Who gives a variable. */
    public enum Giver {
        /** The platform gives it in the cloud too. */
        PLATFORM,
        /** The host's; one of the few that are let through. */
        HOST,
        /** The emulator alone; the cloud does not have it. */
        EMULATOR,
        /** The function's own configuration. */
        FUNCTION
    }

    /** One of the function's own variables. */
    public static EnvironmentRow own(String name, Value value, Optional<Giver> replaced) {
        return new EnvironmentRow(
                name, value.text(), Giver.FUNCTION, Optional.of(value.origin()), value.hides(), replaced);
    }

    /** Whether its name speaks of something that nobody should read over a shoulder. */
    public boolean isSecret() {
        String upper = name.toUpperCase(Locale.ROOT);
        return Stream.of("SECRET", "TOKEN", "PASSWORD", "PASSWD", "KEY", "CREDENTIAL")
                .anyMatch(upper::contains);
    }

    /** The value, or a mask of fixed length in its place. */
    public String shownValue() {
        return isSecret() && !value.isEmpty() ? MASK : value;
    }
}
