package io.scflocal.app.traffic;

import io.scflocal.app.filter.FilterTexts;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the user types what he looks for; how many frames have it stands behind. */
final class FindBar extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private static final double MIN_COUNT = 60;

    private final TrafficViewModel model;
    private final Texts texts;
    private final TextField field = new TextField();
    private final Runnable leave;

    /**
     * Hidden until it is opened.
     *
     * @param leave gives the focus back
     */
    FindBar(TrafficViewModel model, Texts texts, Runnable leave) {
        this.model = model;
        this.texts = texts;
        this.leave = leave;
        setId("traffic-find-bar");
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("traffic-find");
        field.getStyleClass().add("mono");
        field.textProperty().bindBidirectional(model.find().textProperty());
        field.promptTextProperty().bind(texts.bind("frames.find.prompt"));
        field.accessibleTextProperty().bind(texts.bind("frames.find.prompt"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setHgrow(field, Priority.ALWAYS);
        getChildren()
                .addAll(
                        field,
                        count(),
                        button("fth-chevron-up", "frames.find.previous", () -> model.steps()
                                .toHit(false)),
                        button("fth-chevron-down", "frames.find.next", () -> model.steps()
                                .toHit(true)),
                        button("fth-x", "frames.find.close", this::close));
        visibleProperty().bind(model.find().openProperty());
        managedProperty().bind(visibleProperty());
        model.find()
                .foundProperty()
                .addListener((property, before, now) ->
                        field.pseudoClassStateChanged(WRONG, now.wrong().isPresent()));
    }

    /** Lets the user type. */
    void open() {
        model.find().openProperty().set(true);
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        model.find().openProperty().set(false);
        leave.run();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.steps().toHit(!event.isShiftDown());
            event.consume();
        }
    }

    private Label count() {
        Label label = new Label();
        label.setId("traffic-found");
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(MIN_COUNT);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        this::countText, model.find().foundProperty(), texts.languageProperty()));
        return label;
    }

    private String countText() {
        FindViewModel.Found found = model.find().foundProperty().get();
        if (found.wrong().isPresent()) {
            return FilterTexts.error(texts.messages(), found.wrong().get());
        } else if (model.find().textProperty().get().isBlank()) {
            return "";
        }
        String count = found.place() > 0
                ? texts.get("frames.find.place", Formats.count(found.place()), Formats.count(found.count()))
                : texts.get("frames.find.count", Formats.count(found.count()));
        return found.scannedPercent() >= 99
                ? count
                : count + " · " + texts.get("traffic.scanned", found.scannedPercent());
    }

    private Button button(String icon, String key, Runnable action) {
        Button button = new Button();
        button.setId(key.replace('.', '-'));
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("flat", "frame-bar-button");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        button.setTooltip(tooltip);
        button.setOnAction(event -> action.run());
        return button;
    }
}
