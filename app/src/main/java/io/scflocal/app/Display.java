package io.scflocal.app;

import io.scflocal.app.WindowUnavailableException.Reason;
import io.scflocal.core.platform.HostSystem;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a window can be opened here. Needs no JavaFX, so it can be asked before JavaFX fails with a stack trace.
 *
 * @param system the kind of system; a window can be missing on Linux only
 * @param environment environment variables
 * @param libraryDirectories where the system keeps shared libraries
 */
record Display(HostSystem system, Map<String, String> environment, List<Path> libraryDirectories) {
    private static final System.Logger LOG = System.getLogger(Display.class.getName());
    /** What JavaFX needs; Debian has them in libgtk-3-0 and libxtst6. */
    private static final List<String> LIBRARIES = List.of("libgtk-3.so.0", "libXtst.so.6");

    private static final Path GRAPHICS_CARDS = Path.of("/dev/dri");
    private static final String RENDERER = "prism.order";
    private static final List<Path> ROOTS = List.of(
            Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/lib"), Path.of("/lib64"), Path.of("/usr/local/lib"));

    /** The display of this machine. Touches the disk. */
    static Display ofSystem() {
        return new Display(HostSystem.current(), System.getenv(), libraries());
    }

    /** What keeps a window from being opened; empty if nothing is known to. Touches the disk. */
    Optional<Reason> problem() {
        if (system != HostSystem.LINUX) {
            return Optional.empty();
        }
        if (isUnset("DISPLAY") && isUnset("WAYLAND_DISPLAY")) {
            return Optional.of(Reason.NO_DISPLAY);
        }
        boolean missing = LIBRARIES.stream().anyMatch(this::isMissing);
        return missing ? Optional.of(Reason.LIBRARIES_MISSING) : Optional.empty();
    }

    /**
     * Tells JavaFX, before it starts, to draw in software where there is no graphics card. It would find that out by itself, but only
     * after it has loaded the graphics driver, which costs 60 MB and 0.2 s. Touches the disk.
     */
    static void prepareGraphics() {
        if (HostSystem.current() == HostSystem.LINUX
                && !Files.exists(GRAPHICS_CARDS)
                && System.getProperty(RENDERER) == null) {
            System.setProperty(RENDERER, "sw");
        }
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
