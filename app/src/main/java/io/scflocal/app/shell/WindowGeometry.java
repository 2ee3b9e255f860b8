package io.scflocal.app.shell;

import io.scflocal.app.settings.SettingsFile;
import javafx.geometry.Rectangle2D;
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

    void restore() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.setWidth(settings.number("window.width").orElse(Math.min(FIRST_WIDTH, screen.getWidth())));
        stage.setHeight(settings.number("window.height").orElse(Math.min(FIRST_HEIGHT, screen.getHeight())));
        double x = settings.number("window.x").orElse(Double.NaN);
        double y = settings.number("window.y").orElse(Double.NaN);
        // The title bar has to be in reach, or nobody can move the window back.
        if (!Screen.getScreensForRectangle(x, y, stage.getWidth(), 1).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(
                settings.get("window.maximized").map(Boolean::valueOf).orElse(false));
    }

    void save() {
        settings.put("window.maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            settings.put("window.x", stage.getX());
            settings.put("window.y", stage.getY());
            settings.put("window.width", stage.getWidth());
            settings.put("window.height", stage.getHeight());
        }
    }
}
