package io.scflocal.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a window can be opened here. Needs no JavaFX, so it can be asked before JavaFX fails with a stack trace.
 *
 * @param operatingSystem name of the system, as in the property {@code os.name}
 * @param environment environment variables
 * @param libraryDirectories where the system keeps shared libraries
 */
public record Display(String operatingSystem, Map<String, String> environment, List<Path> libraryDirectories) {
    private static final System.Logger LOG = System.getLogger(Display.class.getName());
    private static final List<Path> ROOTS = List.of(
            Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/lib"), Path.of("/lib64"), Path.of("/usr/local/lib"));

    /** Why no window can be opened. */
    public enum Problem {
        /** There is no screen: neither {@code DISPLAY} nor {@code WAYLAND_DISPLAY} is set, or nobody answers there. */
        NO_DISPLAY(List.of()),
        /** The library {@code libgtk-3.so.0} is missing. */
        NO_GTK(List.of("libgtk-3-0", "libxtst6")),
        /** The library {@code libXtst.so.6} is missing. */
        NO_XTST(List.of("libxtst6"));

        private final List<String> debianPackages;

        Problem(List<String> debianPackages) {
            this.debianPackages = debianPackages;
        }

        /** Packages of Debian and Ubuntu to be installed; empty if none would help. */
        public List<String> debianPackages() {
            return debianPackages;
        }
    }

    /** The display of this machine. Touches the disk. */
    public static Display ofSystem() {
        return new Display(System.getProperty("os.name"), System.getenv(), libraries());
    }

    /** What keeps a window from being opened; empty if nothing is known to. Touches the disk. */
    public Optional<Problem> problem() {
        if (!operatingSystem.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        if (isUnset("DISPLAY") && isUnset("WAYLAND_DISPLAY")) {
            return Optional.of(Problem.NO_DISPLAY);
        }
        if (isMissing("libgtk-3.so.0")) {
            return Optional.of(Problem.NO_GTK);
        }
        return isMissing("libXtst.so.6") ? Optional.of(Problem.NO_XTST) : Optional.empty();
    }

    private boolean isUnset(String variable) {
        return environment.getOrDefault(variable, "").isBlank();
    }

    private boolean isMissing(String library) {
        return libraryDirectories.stream().noneMatch(directory -> Files.exists(directory.resolve(library)));
    }

    /** The usual directories, their multi-arch directories such as {@code x86_64-linux-gnu}, and what the user has named. */
    private static List<Path> libraries() {
        List<Path> directories = new ArrayList<>();
        for (String named : System.getenv().getOrDefault("LD_LIBRARY_PATH", "").split(":")) {
            if (!named.isBlank()) {
                directories.add(Path.of(named));
            }
        }
        for (Path root : ROOTS) {
            directories.add(root);
            try (Stream<Path> below = Files.list(root)) {
                below.filter(path -> path.getFileName().toString().contains("-linux-"))
                        .forEach(directories::add);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "{0} holds no libraries: {1}", root, e);
            }
        }
        return directories;
    }
}
