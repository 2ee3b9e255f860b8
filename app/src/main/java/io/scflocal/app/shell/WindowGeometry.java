package io.scflocal.app.shell;

import io.scflocal.app.fx.FxScreen;
import io.scflocal.app.settings.SettingsFile;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Remembers where the window stood; forgets it when that screen is gone. */
final class WindowGeometry {
    private static final double MIN_WIDTH = 1000;
    private static final double MIN_HEIGHT = 640;
    private static final double FIRST_WIDTH = 1280;
    private static final double FIRST_HEIGHT = 820;

    private final Stage stage;
    private final SettingsFile settings;

    WindowGeometry(Stage stage, SettingsFile settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Width for the scene; a size that is given to the stage itself is not heeded by every window manager. */
    double width() {
        return settings.number("window.width")
                .orElse(Math.min(
                        FIRST_WIDTH, Screen.getPrimary().getVisualBounds().getWidth()));
    }

    /** Height for the scene. */
    double height() {
        return settings.number("window.height")
                .orElse(Math.min(
                        FIRST_HEIGHT, Screen.getPrimary().getVisualBounds().getHeight()));
    }

    /** Puts the window where it was. */
    void restore() {
        double x = settings.number("window.x").orElse(Double.NaN);
        double y = settings.number("window.y").orElse(Double.NaN);
        // The title bar has to be in reach, or nobody can move the window back.
        if (!Screen.getScreensForRectangle(x, y, width(), 1).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        if (settings.get("window.maximized").map(Boolean::valueOf).orElse(false)) {
            stage.setMaximized(true);
        }
    }

    /**
     * Keeps the window from being smaller than is usable; to be called once it is shown. Some window managers first give a window the
     * smallest size, so a first change to that is taken back.
     */
    void bound() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        double width = width();
        double height = height();
        Scene shown = stage.getScene();
        stage.widthProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Number> property, Number before, Number now) {
                stage.widthProperty().removeListener(this);
                if (stage.getScene() == shown && now.doubleValue() <= MIN_WIDTH) {
                    // Later, when both sizes are up to date: what they differ by is the frame, which the scene's size
                    // is without.
                    new FxScreen().execute(() -> {
                        stage.setWidth(width + stage.getWidth() - shown.getWidth());
                        stage.setHeight(height + stage.getHeight() - shown.getHeight());
                    });
                }
            }
        });
    }

    void save() {
        settings.put("window.maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            settings.put("window.x", stage.getX());
            settings.put("window.y", stage.getY());
            settings.put("window.width", stage.getScene().getWidth());
            settings.put("window.height", stage.getScene().getHeight());
        }
    }
}
