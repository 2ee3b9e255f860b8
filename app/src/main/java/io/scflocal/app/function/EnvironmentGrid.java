package io.scflocal.app.function;

import io.scflocal.app.text.EnvironmentTexts;
import io.scflocal.app.text.Texts;
import io.scflocal.core.config.EnvironmentRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/** Variables with their values, secrets masked, and who gives each. */
final class EnvironmentGrid extends GridPane {
    private static final double VALUE_WIDTH = 300;

    private final Texts texts;
    private final Function<EnvironmentRow, Optional<Node>> atEnd;

    /** @param atEnd what stands at the end of a row */
    EnvironmentGrid(Texts texts, Function<EnvironmentRow, Optional<Node>> atEnd) {
        this.texts = texts;
        this.atEnd = atEnd;
        getStyleClass().add("settings-grid");
    }

    void show(List<EnvironmentRow> rows) {
        EnvironmentTexts words = new EnvironmentTexts(texts.messages());
        getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            EnvironmentRow row = rows.get(i);
            Label value = label(words.value(row), "mono");
            value.setMaxWidth(VALUE_WIDTH);
            value.setTooltip(new Tooltip(row.shownValue()));
            addRow(i, label(row.name(), "mono"), value, label(words.origin(row), "muted", "small"));
            int end = i;
            atEnd.apply(row).ifPresent(node -> add(node, 3, end));
        }
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
