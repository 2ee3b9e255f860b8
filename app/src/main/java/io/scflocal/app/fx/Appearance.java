package io.scflocal.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.scflocal.core.platform.HostSystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.text.Font;
import javafx.stage.Stage;

/**
 * Colours and fonts of all windows.
 *
 * <p>JavaFX thread only.
 */
public final class Appearance {
    private static final String BASE =
            Appearance.class.getResource("scf-local.css").toExternalForm();
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme");
    private final String fonts;
    private boolean systemIsDark;
    private boolean asking;

    /** Puts {@code first} in force. */
    public Appearance(Theme first) {
        boolean fallsBack = HostSystem.current() != HostSystem.LINUX;
        fonts = dataUri(FontFamilies.choose(Font.getFamilies(), fallsBack).styleSheet());
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

    /**
     * Lets {@link Theme#SYSTEM} follow the system from now on: at once, whenever the user comes back to {@code window}, and every few
     * seconds while it can be seen.
     *
     * @param isDark whether the system wants dark windows; called in the background, may block
     */
    public void follow(BooleanSupplier isDark, Stage window, Pulse pulse, Threads threads) {
        Runnable look = () -> look(isDark, threads);
        theme.addListener((property, before, now) -> look.run());
        window.focusedProperty().addListener((property, before, now) -> look.run());
        pulse.add(INTERVAL, nanos -> {
            if (window.isShowing() && !window.isIconified()) {
                look.run();
            }
        });
        look.run();
    }

    /** What the system wants, to be asked in the background as it blocks for some ten milliseconds. */
    public static BooleanSupplier systemIsDark() {
        return SystemColours.ofThisMachine();
    }

    private void look(BooleanSupplier isDark, Threads threads) {
        if (asking || theme.get() != Theme.SYSTEM) {
            return;
        }
        asking = true;
        CompletableFuture.supplyAsync(isDark::getAsBoolean, threads.background())
                .thenAcceptAsync(this::systemIs, threads.screen())
                .whenCompleteAsync((nothing, error) -> asking = false, threads.screen());
    }

    private void systemIs(boolean dark) {
        if (dark != systemIsDark) {
            systemIsDark = dark;
            paint();
        }
    }

    /** Gives the style sheets of a scene or of a dialogue's pane our fonts and colours. */
    public void dress(ObservableList<String> styleSheets) {
        styleSheets.addAll(BASE, fonts);
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
