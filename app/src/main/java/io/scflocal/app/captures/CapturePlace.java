package io.scflocal.app.captures;

import io.scflocal.app.fx.Desktop;
import io.scflocal.app.settings.CaptureSettings;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureOptions;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Where captures are kept and how much of them. JavaFX thread only.
 *
 * @param settings what is chosen
 * @param moved is run when another directory has been chosen
 */
public record CapturePlace(CaptureSettings settings, Texts texts, Desktop desktop, Runnable moved) {

    private static final double LABEL_WIDTH = 190;

    /** What to put among other settings. */
    public VBox root() {
        Label path = new Label(settings.options().root().toString());
        path.setMinWidth(0);
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMaxWidth(Double.MAX_VALUE);
        Button change = new Button();
        change.setId("captures-change");
        change.textProperty().bind(texts.bind("captures.change"));
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(event -> desktop.directory(texts.get("captures.place"), Optional.empty())
                .ifPresent(directory -> {
                    choose(directory, settings.options().limits());
                    path.setText(directory.toString());
                    moved.run();
                }));
        ComboBox<String> quota = sizes(
                settings.options().limits().quotaBytes(), "512 MB", "1 GB", "2 GB", "4 GB", "8 GB", "16 GB", "64 GB");
        ComboBox<String> payload =
                sizes(settings.options().limits().longestPayload(), "0 MB", "1 MB", "4 MB", "16 MB", "32 MB", "48 MB");
        Runnable chosen = () -> choose(
                settings.options().root(), new CaptureLimits(bytes(quota.getValue()), (int) bytes(payload.getValue())));
        quota.setOnAction(event -> chosen.run());
        payload.setOnAction(event -> chosen.run());
        Label from = new Label();
        from.textProperty().bind(texts.bind("captures.fromNext"));
        from.getStyleClass().addAll("muted", "small");
        from.setWrapText(true);
        from.setPrefWidth(LABEL_WIDTH);
        from.setMaxWidth(Double.MAX_VALUE);
        VBox rows = new VBox(
                row("captures.place", path, change),
                row("captures.quota", quota),
                row("captures.payload", payload),
                from);
        rows.getStyleClass().add("settings-rows");
        return rows;
    }

    private HBox row(String key, Node... values) {
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.setMinWidth(LABEL_WIDTH);
        label.setPrefWidth(LABEL_WIDTH);
        HBox row = new HBox(label);
        row.getChildren().addAll(values);
        row.getStyleClass().add("settings-line");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void choose(Path root, CaptureLimits limits) {
        settings.choose(new CaptureOptions(root, limits));
    }

    private static ComboBox<String> sizes(long present, String... offered) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(offered);
        String own = Quantities.size(present);
        if (!box.getItems().contains(own)) {
            box.getItems().add(own);
        }
        box.setValue(own);
        return box;
    }

    private static long bytes(String size) {
        String[] parts = size.split(" ");
        return Long.parseLong(parts[0]) << (parts[1].equals("GB") ? 30 : 20);
    }
}
