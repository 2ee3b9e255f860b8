package io.scflocal.app.captures;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.text.Texts;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.export.ExportFormat;
import io.scflocal.core.export.FrameSelection;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu above the frames with which they are exported. JavaFX thread only. */
public final class ExportMenu {
    private final CapturesViewModel model;
    private final Texts texts;
    private final Desktop desktop;
    private final Frames frames;
    private final MenuButton root = new MenuButton();

    /**
     * What can be exported.
     *
     * @param source gives the capture that is shown; empty while there is none
     * @param selection gives the frames of a scope
     */
    public record Frames(Supplier<Optional<CaptureSource>> source, Function<ExportScope, FrameSelection> selection) {}

    /** Exports {@code frames} to where the user says. */
    public ExportMenu(CapturesViewModel model, Texts texts, Desktop desktop, Frames frames) {
        this.model = model;
        this.texts = texts;
        this.desktop = desktop;
        this.frames = frames;
        root.setId("export-menu");
        root.getStyleClass().addAll("flat", "frame-bar-button");
        root.setGraphic(new FontIcon("fth-download"));
        root.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        root.setMinWidth(MenuButton.USE_PREF_SIZE);
        root.textProperty().bind(texts.bind("captures.export"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("captures.export.tooltip"));
        root.setTooltip(tooltip);
        for (ExportScope scope : ExportScope.values()) {
            root.getItems().add(scopeMenu(scope));
        }
        CheckMenuItem secrets = new CheckMenuItem();
        secrets.textProperty().bind(texts.bind("captures.export.secrets"));
        secrets.selectedProperty().bindBidirectional(model.withSecretsProperty());
        root.getItems().addAll(new SeparatorMenuItem(), secrets);
        root.disableProperty().bind(model.task().runningProperty());
    }

    /** What to put into the bar. */
    public MenuButton root() {
        return root;
    }

    /** Opens the menu by keys; while something runs already, leads to the bar that shows it. */
    public Action action(TaskBar running) {
        return Action.of(ActionGroup.CAPTURE, "captures.export.action", "Shortcut+E", () -> {
            if (model.task().runningProperty().get()) {
                running.requestFocus();
            } else {
                root.requestFocus();
                root.show();
            }
        });
    }

    private Menu scopeMenu(ExportScope scope) {
        Menu menu = new Menu();
        menu.textProperty().bind(texts.bind(scope.textKey()));
        for (ExportFormat format : ExportFormat.values()) {
            if (format == ExportFormat.CLS && scope != ExportScope.ALL) {
                // It has no frames in it.
                continue;
            }
            MenuItem item = new MenuItem();
            item.textProperty().bind(texts.bind(textKey(format)));
            item.setOnAction(event -> export(scope, format));
            menu.getItems().add(item);
        }
        MenuItem payloads = new MenuItem();
        payloads.textProperty().bind(texts.bind("captures.format.payloads"));
        payloads.setOnAction(event -> exportPayloads(scope));
        menu.getItems().add(payloads);
        return menu;
    }

    private void exportPayloads(ExportScope scope) {
        frames.source().get().ifPresent(source -> desktop.directory(
                        texts.get("captures.payloads.place"), Optional.empty())
                .ifPresent(directory ->
                        model.exportPayloads(source, frames.selection().apply(scope), directory)));
    }

    /** Key of the text of a format. */
    static String textKey(ExportFormat format) {
        return "captures.format." + format.id();
    }

    private void export(ExportScope scope, ExportFormat format) {
        frames.source().get().ifPresent(source -> desktop.save(
                        texts.get("captures.save"), ExportNames.of(source.header(), format, ZoneId.systemDefault()))
                .ifPresent(file -> model.export(source, frames.selection().apply(scope), format, file)));
    }
}
