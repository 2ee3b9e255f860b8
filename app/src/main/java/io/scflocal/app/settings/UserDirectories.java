package io.scflocal.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where this user's files belong on this system: the XDG base directories on Linux, {@code Application Support} on macOS, {@code
 * AppData} on Windows.
 *
 * @param config for what the user has chosen
 * @param cache for what may be deleted at any time, captures among it
 */
public record UserDirectories(Path config, Path cache) {
    /** System property that puts everything under one directory, for tests and portable use. */
    public static final String OVERRIDE = "scflocal.config";

    private static final String DISPLAY_NAME = "SCF Local";
    private static final String UNIX_NAME = "scf-local";

    /** The directories of the user who runs this. */
    public static UserDirectories ofSystem() {
        String override = System.getProperty(OVERRIDE);
        if (override != null) {
            Path root = Path.of(override);
            return new UserDirectories(root, root.resolve("cache"));
        }
        return of(System.getProperty("os.name"), System::getenv, Path.of(System.getProperty("user.home")));
    }

    /** Where captures are kept unless the user names another place. */
    public Path captures() {
        return cache.resolve("captures");
    }

    static UserDirectories of(String operatingSystem, UnaryOperator<@Nullable String> environment, Path home) {
        String name = operatingSystem.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            Path library = home.resolve("Library");
            return new UserDirectories(
                    library.resolve("Application Support").resolve(DISPLAY_NAME),
                    library.resolve("Caches").resolve(DISPLAY_NAME));
        }
        if (name.startsWith("windows")) {
            Path data = home.resolve("AppData");
            return new UserDirectories(
                    absolute(environment.apply("APPDATA"), data.resolve("Roaming"))
                            .resolve(DISPLAY_NAME),
                    absolute(environment.apply("LOCALAPPDATA"), data.resolve("Local"))
                            .resolve(DISPLAY_NAME));
        }
        return new UserDirectories(
                absolute(environment.apply("XDG_CONFIG_HOME"), home.resolve(".config"))
                        .resolve(UNIX_NAME),
                absolute(environment.apply("XDG_CACHE_HOME"), home.resolve(".cache"))
                        .resolve(UNIX_NAME));
    }

    /** The XDG specification says that a relative path is to be ignored. */
    private static Path absolute(@Nullable String value, Path otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        Path path = Path.of(value);
        return path.isAbsolute() ? path : otherwise;
    }
}
