package io.scflocal.app.filter;

import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** Where the filter is typed. Its colour says what the text is; how many frames it finds stands behind it. */
public final class FilterBox extends HBox {
    private static final PseudoClass VALID = PseudoClass.getPseudoClass("valid");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double MIN_WIDTH = 140;

    private final FilterViewModel filter;
    private final CompletionViewModel completion;
    private final ObservableValue<Hits> hits;
    private final Texts texts;
    private final TextField field = new TextField();
    private final Tooltip tooltip = new Tooltip();
    private final FilterMenu menu;

    /** What the box shows, and offers while somebody types. */
    public record Models(FilterViewModel filter, CompletionViewModel completion, ObservableValue<Hits> hits) {}

    /** Edits the filter of {@code models}. */
    public FilterBox(Models models, Texts texts) {
        filter = models.filter();
        completion = models.completion();
        hits = models.hits();
        this.texts = texts;
        getStyleClass().add("filter-box");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(MIN_WIDTH);
        field.setId("traffic-filter");
        field.getStyleClass().addAll("filter-text", "mono");
        field.setMinWidth(0);
        field.textProperty().bindBidirectional(filter.textProperty());
        field.promptTextProperty().bind(texts.bind("traffic.filter.prompt"));
        field.accessibleTextProperty().bind(texts.bind("traffic.filter.spoken"));
        field.setTooltip(tooltip);
        field.setOnAction(event -> filter.enter());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        StackPane stack = new StackPane(field, new ErrorMark(field, filter));
        menu = new FilterMenu(filter, texts);
        setHgrow(stack, Priority.ALWAYS);
        new CompletionPopup(field, completion, new FilterNote(filter, hits, texts), texts);
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::browse);
        getChildren().addAll(menu, stack, hitsLabel());
        filter.verdictProperty().addListener((property, before, now) -> paint(now));
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        this::tip, texts.languageProperty(), filter.verdictProperty(), hits));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE
                && completion.offeredProperty().get().isEmpty()) {
            filter.clear();
            event.consume();
        }
    }

    /** The arrows lead through the filters that were used before. */
    private void browse(KeyEvent event) {
        if (event.isShortcutDown()) {
            // Leads to the next frame, from wherever the focus is.
            return;
        }
        if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
            menu.show();
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            filter.history().older(field.getText()).ifPresent(this::show);
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            filter.history().newer().ifPresent(this::show);
            event.consume();
        }
    }

    private void show(String text) {
        field.setText(text);
        field.end();
    }

    private Label hitsLabel() {
        Label label = new Label();
        label.setId("traffic-hits");
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(USE_PREF_SIZE);
        BooleanBinding filtered =
                Bindings.createBooleanBinding(() -> filter.isTypedInForce(), filter.verdictProperty(), hits);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> FilterTexts.hits(texts.messages(), hits.getValue()), texts.languageProperty(), hits));
        label.visibleProperty()
                .bind(filtered.or(filter.connectionProperty().isNotEqualTo(0)).or(filter.controlHiddenProperty()));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private void paint(Verdict verdict) {
        pseudoClassStateChanged(VALID, verdict instanceof Verdict.Expression);
        pseudoClassStateChanged(DOUBTFUL, verdict instanceof Verdict.Constant);
        pseudoClassStateChanged(WRONG, verdict instanceof Verdict.Wrong);
    }

    private String tip() {
        String note =
                FilterTexts.note(texts.messages(), filter.verdictProperty().get(), hits.getValue());
        return note.isEmpty() ? texts.get("traffic.filter.tooltip") : note;
    }

    /** Lets the user go on typing what he has begun elsewhere. */
    public void type(String text) {
        field.requestFocus();
        field.setText(text);
        field.end();
    }

    /** Lets the user type. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }
}
