package io.scflocal.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.scflocal.core.platform.HostSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemColoursTest {
    private static final Map<String, String> SESSION =
            Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus");

    /** Answers of the programs, by a word of their command. */
    private static boolean isDark(HostSystem system, Map<String, String> environment, Map<String, String> answers) {
        return new SystemColours(system, environment, command -> answers.entrySet().stream()
                        .filter(answer -> String.join(" ", command).contains(answer.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .getAsBoolean();
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,false"})
    void thePortalOfTheDesktopIsBelieved(int answer, boolean dark) {
        Map<String, String> answers = Map.of("portal", "(<<uint32 " + answer + ">>,)", "gtk-theme", "'Yaru-dark'");
        assertEquals(dark, isDark(HostSystem.LINUX, SESSION, answers));
    }

    @Test
    void withoutAPreferenceTheNameOfTheThemeDecides() {
        Map<String, String> none = Map.of("portal", "(<<uint32 0>>,)", "gtk-theme", "'Adwaita-dark'\n");
        assertTrue(isDark(HostSystem.LINUX, SESSION, none));
        assertFalse(isDark(HostSystem.LINUX, SESSION, Map.of("portal", "(<<uint32 0>>,)", "gtk-theme", "'Adwaita'\n")));
    }

    @Test
    void whereThereIsNoPortalGnomesSettingsDecide() {
        assertTrue(isDark(HostSystem.LINUX, SESSION, Map.of("color-scheme", "'prefer-dark'\n")));
        assertFalse(isDark(
                HostSystem.LINUX, SESSION, Map.of("color-scheme", "'prefer-light'\n", "gtk-theme", "'Yaru-dark'\n")));
        assertTrue(
                isDark(HostSystem.LINUX, SESSION, Map.of("color-scheme", "'default'\n", "gtk-theme", "'Yaru-dark'\n")));
        assertFalse(isDark(HostSystem.LINUX, SESSION, Map.of()));
    }

    @Test
    void aThemeInTheEnvironmentIsMeantForThisProgram() {
        Map<String, String> answers = Map.of("portal", "(<<uint32 2>>,)");
        assertTrue(isDark(HostSystem.LINUX, Map.of("GTK_THEME", "Adwaita:dark"), answers));
        assertTrue(isDark(HostSystem.LINUX, Map.of("GTK_THEME", "Yaru-dark"), answers));
        assertFalse(isDark(HostSystem.LINUX, Map.of("GTK_THEME", "Adwaita"), Map.of("portal", "(<<uint32 1>>,)")));
    }

    @Test
    void withoutASessionNothingIsStarted() {
        assertFalse(new SystemColours(HostSystem.LINUX, Map.of(), SystemColoursTest::unasked).getAsBoolean());
    }

    private static Optional<String> unasked(List<String> command) {
        return fail("was asked: " + command);
    }

    @ParameterizedTest
    @CsvSource({"0x0,true", "0x1,false"})
    void windowsIsAskedForTheColoursOfPrograms(String value, boolean dark) {
        String answer = "\r\nHKEY_CURRENT_USER\\...\\Personalize\r\n    AppsUseLightTheme    REG_DWORD    " + value
                + "\r\n\r\n";
        assertEquals(dark, isDark(HostSystem.WINDOWS, Map.of(), Map.of("AppsUseLightTheme", answer)));
        assertFalse(isDark(HostSystem.WINDOWS, Map.of(), Map.of()));
    }

    @Test
    void macOsNamesItsStyleOnlyWhenItIsDark() {
        assertTrue(isDark(HostSystem.MAC, Map.of(), Map.of("AppleInterfaceStyle", "Dark\n")));
        assertFalse(isDark(HostSystem.MAC, Map.of(), Map.of()));
    }
}
