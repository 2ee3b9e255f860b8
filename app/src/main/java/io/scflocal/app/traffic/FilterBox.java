package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Where the filter is typed. Its colour says what the text is; how many frames it finds stands behind it. */
final class FilterBox extends HBox {
    private static final PseudoClass VALID = PseudoClass.getPseudoClass("valid");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double MIN_WIDTH = 140;

    private final TrafficViewModel model;
    private final Texts texts;
    private final TextField field = new TextField();
    private final Tooltip tooltip = new Tooltip();

    FilterBox(TrafficViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("filter-box");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(MIN_WIDTH);
        field.setId("traffic-filter");
        field.getStyleClass().addAll("filter-text", "mono");
        field.setMinWidth(0);
        field.textProperty().bindBidirectional(model.filter().textProperty());
        field.promptTextProperty().bind(texts.bind("traffic.filter.prompt"));
        field.accessibleTextProperty().bind(texts.bind("traffic.filter.spoken"));
        field.setTooltip(tooltip);
        field.setOnAction(event -> model.filter().apply());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, hits());
        model.filter().verdictProperty().addListener((property, before, now) -> paint(now));
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        this::tip, texts.languageProperty(), model.filter().verdictProperty(), model.hitsProperty()));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.filter().clear();
            event.consume();
        }
    }

    private Label hits() {
        Label label = new Label();
        label.setId("traffic-hits");
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(USE_PREF_SIZE);
        BooleanBinding filtered = Bindings.createBooleanBinding(
                () -> model.filter().isTypedInForce(), model.filter().verdictProperty(), model.hitsProperty());
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> FilterTexts.hits(
                                texts.messages(), model.hitsProperty().get()),
                        texts.languageProperty(),
                        model.hitsProperty()));
        label.visibleProperty()
                .bind(filtered.or(model.filter().connectionProperty().isNotEqualTo(0))
                        .or(model.filter().controlHiddenProperty()));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private void paint(Verdict verdict) {
        pseudoClassStateChanged(VALID, verdict instanceof Verdict.Expression);
        pseudoClassStateChanged(DOUBTFUL, verdict instanceof Verdict.Constant);
        pseudoClassStateChanged(WRONG, verdict instanceof Verdict.Wrong);
    }

    private String tip() {
        String note = FilterTexts.note(
                texts.messages(),
                model.filter().verdictProperty().get(),
                model.hitsProperty().get());
        return note.isEmpty() ? texts.get("traffic.filter.tooltip") : note;
    }

    /** Lets the user type. */
    void focus() {
        field.requestFocus();
        field.selectAll();
    }
}
