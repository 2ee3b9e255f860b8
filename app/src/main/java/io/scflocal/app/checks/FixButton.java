package io.scflocal.app.checks;

import io.scflocal.app.text.CheckTexts;
import io.scflocal.app.text.Texts;
import io.scflocal.core.check.Fix;
import io.scflocal.core.check.LineChange;
import io.scflocal.core.check.Preview;
import java.util.Optional;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Offers a fix: shows what it would change, and does it when the user agrees. */
final class FixButton extends Hyperlink {
    private static final int MAX_LINES = 200;
    private static final double WIDTH = 640;
    private static final double HEIGHT = 200;

    private final ChecksViewModel model;
    private final Texts texts;
    private final Fix fix;

    FixButton(ChecksViewModel model, Texts texts, Fix fix) {
        this.model = model;
        this.texts = texts;
        this.fix = fix;
        textProperty().bind(texts.bind("checks.window.fix"));
        getStyleClass().add("fix-button");
        setOnAction(event -> model.preview(fix, this::ask));
    }

    private void ask(Preview preview) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(getScene() == null ? null : getScene().getWindow());
        dialog.setTitle(preview.file());
        dialog.setHeaderText(texts.get("config.at", preview.file(), new CheckTexts(texts.messages()).fix(fix)));
        dialog.getDialogPane().setContent(changes(preview));
        ButtonType apply = new ButtonType(texts.get("checks.window.apply"), ButtonBar.ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(texts.get("checks.window.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(apply, cancel);
        Optional.ofNullable(getScene())
                .ifPresent(scene -> dialog.getDialogPane().getStylesheets().setAll(scene.getStylesheets()));
        dialog.showAndWait().filter(apply::equals).ifPresent(agreed -> model.apply(fix));
    }

    private ScrollPane changes(Preview preview) {
        VBox lines = new VBox();
        lines.getStyleClass().add("fix-preview");
        lines.getStylesheets().add(FixButton.class.getResource("checks.css").toExternalForm());
        preview.changes().stream().limit(MAX_LINES).map(FixButton::line).forEach(lines.getChildren()::add);
        int more = preview.changes().size() - MAX_LINES;
        if (more > 0) {
            lines.getChildren().add(new Label(texts.get("checks.fix.more", more)));
        }
        if (preview.changes().isEmpty()) {
            lines.getChildren().add(new Label(texts.get("checks.fix.noLines")));
        }
        ScrollPane pane = new ScrollPane(lines);
        pane.setMinSize(WIDTH, HEIGHT);
        return pane;
    }

    private static Label line(LineChange change) {
        Label label = new Label((change.added() ? "+ " : "- ") + change.visibleText());
        label.getStyleClass().addAll("mono", change.added() ? "success" : "danger");
        return label;
    }
}
