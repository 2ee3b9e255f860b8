package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.WindowUnavailableException.Reason;
import io.scflocal.core.platform.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    private static final Map<String, String> SCREEN = Map.of("DISPLAY", ":0");

    @TempDir
    private Path libraries;

    private Optional<Reason> problem(Map<String, String> environment) {
        return new Display(HostSystem.LINUX, environment, List.of(Path.of("/nowhere"), libraries)).problem();
    }

    @Test
    void linuxNeedsAScreen() {
        assertEquals(Optional.of(Reason.NO_DISPLAY), problem(Map.of()));
        assertEquals(Optional.of(Reason.NO_DISPLAY), problem(Map.of("DISPLAY", "")));
    }

    @Test
    void linuxNeedsTheLibraries() throws IOException {
        assertEquals(Optional.of(Reason.LIBRARIES_MISSING), problem(SCREEN));
        Files.createFile(libraries.resolve("libgtk-3.so.0"));
        assertEquals(Optional.of(Reason.LIBRARIES_MISSING), problem(SCREEN));
        Files.createFile(libraries.resolve("libXtst.so.6"));
        assertEquals(Optional.empty(), problem(SCREEN));
        assertEquals(Optional.empty(), problem(Map.of("WAYLAND_DISPLAY", "wayland-0")));
    }

    @Test
    void otherSystemsAlwaysHaveAScreen() {
        assertEquals(Optional.empty(), new Display(HostSystem.MAC, Map.of(), List.of()).problem());
        assertEquals(Optional.empty(), new Display(HostSystem.WINDOWS, Map.of(), List.of()).problem());
    }
}
