package io.scflocal.app.filter;

import io.scflocal.app.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The terms of the filter that all have to hold, each with what turns it round and what takes it away. */
public final class FilterChips extends FlowPane {
    /** A single term stands in the box already. */
    private static final int FEWEST = 2;

    private final FilterViewModel model;
    private final Texts texts;

    /** Shows the terms of {@code model}. */
    public FilterChips(FilterViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("traffic-chips");
        getStyleClass().add("filter-chips");
        model.termsProperty().addListener((property, before, now) -> show(now));
        show(model.termsProperty().get());
    }

    private void show(List<String> terms) {
        getChildren().clear();
        boolean wanted = terms.size() >= FEWEST;
        for (int i = 0; i < terms.size() && wanted; i++) {
            getChildren().add(chip(terms.get(i), i));
        }
        setVisible(wanted);
        setManaged(wanted);
    }

    private HBox chip(String term, int place) {
        Label text = new Label(term);
        text.getStyleClass().addAll("mono", "filter-chip-text");
        HBox chip = new HBox(
                button("!", "filter.chip.negate", term, () -> model.negateTerm(place)),
                text,
                button("✕", "filter.chip.remove", term, () -> model.removeTerm(place)));
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.setAccessibleRole(AccessibleRole.NODE);
        chip.getStyleClass().add("filter-chip");
        return chip;
    }

    private Button button(String sign, String key, String term, Runnable action) {
        Button button = new Button(sign);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll("flat", "filter-chip-button");
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key, term));
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(texts.bind(key, term));
        button.setOnAction(event -> action.run());
        return button;
    }
}
