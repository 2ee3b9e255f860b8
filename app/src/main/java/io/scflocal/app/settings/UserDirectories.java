package io.scflocal.app.settings;

import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.process.Household;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where this user's files belong on this system: the XDG base directories on Linux, {@code Application Support} on macOS, {@code
 * AppData} on Windows.
 *
 * @param config for what the user has chosen
 * @param data for what the user has made, captures among it
 */
public record UserDirectories(Path config, Path data) {
    /** System property that puts everything under one directory, for tests and portable use. */
    public static final String OVERRIDE = "scflocal.config";

    private static final String DISPLAY_NAME = "SCF Local";
    private static final String UNIX_NAME = "scf-local";

    /** The directories of the user who runs this. */
    public static UserDirectories ofSystem() {
        String override = System.getProperty(OVERRIDE);
        if (override != null) {
            Path root = Path.of(override);
            return new UserDirectories(root, root.resolve("data"));
        }
        // A user that the system does not know, as in a container, has the home "?" in Java.
        Path home = absolute(System.getProperty("user.home"), Path.of(System.getProperty("java.io.tmpdir")));
        return of(HostSystem.current(), System::getenv, home);
    }

    /** Where captures are kept unless the user names another place. */
    public Path captures() {
        return data.resolve("captures");
    }

    /** Where running windows find each other: a directory that goes away with the user's session where the system has one. */
    public Path runtime() {
        return runtime(System.getenv("XDG_RUNTIME_DIR"));
    }

    Path runtime(@Nullable String ofSession) {
        Path session = absolute(ofSession, data);
        boolean usable =
                System.getProperty(OVERRIDE) == null && Files.isDirectory(session) && Files.isWritable(session);
        return usable && !session.equals(data) ? session.resolve(UNIX_NAME) : data.resolve("run");
    }

    /** Whose leftovers are cleaned up: those of emulators with this data directory. */
    public Household household() {
        return Household.of(data);
    }

    /** Where the certificates for {@code wss://} are kept. */
    public Path certificates() {
        return config.resolve("tls");
    }

    /** {@code known} is the home that the system knows; outside of Windows the variable {@code HOME} comes first, as for other programs. */
    static UserDirectories of(HostSystem system, UnaryOperator<@Nullable String> environment, Path known) {
        Path home = system == HostSystem.WINDOWS ? known : absolute(environment.apply("HOME"), known);
        if (system == HostSystem.MAC) {
            Path library = home.resolve("Library");
            return new UserDirectories(
                    library.resolve("Application Support").resolve(DISPLAY_NAME),
                    library.resolve("Application Support").resolve(DISPLAY_NAME));
        }
        if (system == HostSystem.WINDOWS) {
            Path appData = home.resolve("AppData");
            return new UserDirectories(
                    absolute(environment.apply("APPDATA"), appData.resolve("Roaming"))
                            .resolve(DISPLAY_NAME),
                    absolute(environment.apply("LOCALAPPDATA"), appData.resolve("Local"))
                            .resolve(DISPLAY_NAME));
        }
        return new UserDirectories(
                absolute(environment.apply("XDG_CONFIG_HOME"), home.resolve(".config"))
                        .resolve(UNIX_NAME),
                absolute(environment.apply("XDG_DATA_HOME"), home.resolve(".local/share"))
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
