package io.scflocal.core.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Those emulators that clean up after each other: the ones that keep their data in the same directory. What others have left is none of
 * their business.
 *
 * @param name letters and digits only
 */
public record Household(String name) {
    /** Emulators that have no data directory. */
    public static final Household NONE = new Household("0");

    /** That of a data directory, which need not be there yet. */
    public static Household of(Path data) {
        String path = data.toAbsolutePath().normalize().toString();
        return new Household(UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", ""));
    }
}
