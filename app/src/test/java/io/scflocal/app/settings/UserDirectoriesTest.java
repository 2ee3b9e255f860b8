package io.scflocal.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.platform.HostSystem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDirectoriesTest {
    private static final Path HOME = Path.of("/home/lin");

    @Test
    void linuxFollowsTheXdgVariables() {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", "/conf", "XDG_DATA_HOME", "/data");
        assertEquals(
                new UserDirectories(Path.of("/conf/scf-local"), Path.of("/data/scf-local")),
                UserDirectories.of(HostSystem.LINUX, environment::get, HOME));
    }

    @Test
    void linuxIgnoresRelativeXdgVariables() {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", "conf", "XDG_DATA_HOME", " ");
        assertEquals(
                new UserDirectories(
                        Path.of("/home/lin/.config/scf-local"), Path.of("/home/lin/.local/share/scf-local")),
                UserDirectories.of(HostSystem.LINUX, environment::get, HOME));
    }

    @Test
    void theVariableHomeComesBeforeWhatTheSystemKnows() {
        Map<String, String> environment = Map.of("HOME", "/ci", "APPDATA", "/roaming");
        assertEquals(
                Path.of("/ci/.local/share/scf-local"),
                UserDirectories.of(HostSystem.LINUX, environment::get, HOME).data());
        assertEquals(
                Path.of("/ci/Library/Application Support/SCF Local"),
                UserDirectories.of(HostSystem.MAC, environment::get, HOME).data());
        assertEquals(
                HOME.resolve("AppData/Local/SCF Local"),
                UserDirectories.of(HostSystem.WINDOWS, environment::get, HOME).data());
    }

    @Test
    void macUsesTheLibrary() {
        assertEquals(
                Path.of("/home/lin/Library/Application Support/SCF Local"),
                UserDirectories.of(HostSystem.MAC, name -> null, HOME).config());
    }

    @Test
    void windowsUsesAppData() {
        assertEquals(
                HOME.resolve("AppData/Roaming/SCF Local"),
                UserDirectories.of(HostSystem.WINDOWS, name -> null, HOME).config());
    }

    @Test
    void runningWindowsMeetInTheDirectoryOfTheSession(@TempDir Path session) {
        UserDirectories directories = new UserDirectories(HOME, HOME);
        assertEquals(session.resolve("scf-local"), directories.runtime(session.toString()));
        assertEquals(HOME.resolve("run"), directories.runtime(null));
        assertEquals(HOME.resolve("run"), directories.runtime("/there/is/none"));
    }
}
