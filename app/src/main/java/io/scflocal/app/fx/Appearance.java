package io.scflocal.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.text.Font;

/**
 * Colours and fonts of all windows.
 *
 * <p>JavaFX thread only.
 */
public final class Appearance {
    private static final String BASE =
            Appearance.class.getResource("scf-local.css").toExternalForm();

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme");
    private final String fonts;
    private final boolean systemIsDark;

    /** Puts {@code first} in force. */
    public Appearance(Theme first) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean fallsBack = system.startsWith("windows") || system.startsWith("mac");
        fonts = dataUri(FontFamilies.choose(Font.getFamilies(), fallsBack).styleSheet());
        systemIsDark = isDark(System.getenv());
        theme.addListener((property, before, now) -> paint());
        theme.set(first);
    }

    /** What the user wants; setting it repaints every window. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Goes on to the next theme; see {@link Theme#next}. */
    public void nextTheme() {
        theme.set(theme.get().next(systemIsDark));
    }

    /** Gives the style sheets of a scene or of a dialogue's pane our fonts and colours. */
    public void dress(ObservableList<String> styleSheets) {
        styleSheets.addAll(BASE, fonts);
    }

    /** Whether a desktop's environment asks for dark windows; JavaFX 21 can't ask the system itself. */
    static boolean isDark(Map<String, String> environment) {
        String gtkTheme = environment.getOrDefault("GTK_THEME", "").toLowerCase(Locale.ROOT);
        return gtkTheme.endsWith(":dark") || gtkTheme.endsWith("-dark");
    }

    private void paint() {
        boolean dark = theme.get() == Theme.DARK || (theme.get() == Theme.SYSTEM && systemIsDark);
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static String dataUri(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
