package io.scflocal.app.fx;

import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.process.ProgramAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Whether the user's system wants dark windows. Its own programs are asked, as JavaFX 21 has no way to ask. Thread-safe.
 *
 * @param system whose programs are asked
 * @param environment environment variables
 * @param programs gives what a command says; empty if there is no such program or it fails
 */
record SystemColours(
        HostSystem system, Map<String, String> environment, Function<List<String>, Optional<String>> programs)
        implements BooleanSupplier {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final List<String> MAC = List.of("defaults", "read", "-g", "AppleInterfaceStyle");
    private static final List<String> WINDOWS = List.of(
            "reg",
            "query",
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
            "/v",
            "AppsUseLightTheme");
    /** The setting that all desktops share; 0 no preference, 1 dark, 2 light. */
    private static final List<String> PORTAL = List.of(
            "gdbus",
            "call",
            "--session",
            "--timeout=1",
            "--dest=org.freedesktop.portal.Desktop",
            "--object-path=/org/freedesktop/portal/desktop",
            "--method=org.freedesktop.portal.Settings.Read",
            "org.freedesktop.appearance",
            "color-scheme");

    static SystemColours ofThisMachine() {
        return new SystemColours(HostSystem.current(), System.getenv(), SystemColours::answer);
    }

    /** Blocks for the programs that are asked, some ten milliseconds. */
    @Override
    public boolean getAsBoolean() {
        return switch (system) {
            case WINDOWS -> says(WINDOWS).contains("0x0");
            case MAC -> says(MAC).contains("dark");
            case LINUX -> freeDesktopIsDark();
        };
    }

    private boolean freeDesktopIsDark() {
        String forced = environment.getOrDefault("GTK_THEME", "").toLowerCase(Locale.ROOT);
        return forced.isBlank() ? desktopIsDark() : forced.endsWith(":dark") || isDarkTheme(forced);
    }

    private boolean desktopIsDark() {
        if (!hasSessionBus()) {
            return false;
        }
        String portal = says(PORTAL);
        String scheme = portal.contains("uint32") ? portal : says(gnome("color-scheme"));
        if (scheme.contains("prefer-dark") || scheme.contains("uint32 1")) {
            return true;
        }
        boolean light = scheme.contains("prefer-light") || scheme.contains("uint32 2");
        return !light && isDarkTheme(says(gnome("gtk-theme")).strip().replace("'", ""));
    }

    /** Without one there are no settings of a desktop, and the programs that read them would start a bus that stays. */
    private boolean hasSessionBus() {
        return !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()
                || Files.exists(Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", ""), "bus"));
    }

    private String says(List<String> command) {
        return programs.apply(command).orElse("").toLowerCase(Locale.ROOT);
    }

    private static boolean isDarkTheme(String gtkTheme) {
        return gtkTheme.endsWith("-dark");
    }

    private static List<String> gnome(String key) {
        return List.of("gsettings", "get", "org.gnome.desktop.interface", key);
    }

    private static Optional<String> answer(List<String> command) {
        try {
            return ProgramAnswer.of(command, LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
