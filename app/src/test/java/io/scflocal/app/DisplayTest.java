package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.WindowUnavailableException.Reason;
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
        return new Display("Linux", environment, List.of(Path.of("/nowhere"), libraries)).problem();
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
        assertEquals(Optional.empty(), new Display("Mac OS X", Map.of(), List.of()).problem());
        assertEquals(Optional.empty(), new Display("Windows 11", Map.of(), List.of()).problem());
    }
}
