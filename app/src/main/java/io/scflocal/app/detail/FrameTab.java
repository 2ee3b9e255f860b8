package io.scflocal.app.detail;

import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The header of a frame, bit by bit. */
final class FrameTab extends ScrollPane {
    private final Texts texts;
    private final GridPane table = new GridPane();

    FrameTab(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("detail-page", "edge-to-edge");
        table.getStyleClass().add("frame-facts");
        setContent(table);
        setFitToWidth(true);
    }

    /** Shows a frame. */
    void show(FrameDetail detail) {
        Messages messages = texts.messages();
        table.getChildren().clear();
        List<String> headings = List.of("bits", "name", "value", "meaning");
        for (int i = 0; i < headings.size(); i++) {
            add(messages.get("detail.frame." + headings.get(i)), i, 0, "muted");
        }
        int row = 1;
        for (FrameFact fact : FrameFacts.of(messages, detail.frame())) {
            add(fact.bits(), 0, row, "muted");
            add(fact.name(), 1, row, "fact-name");
            add(fact.value(), 2, row, "mono");
            Label meaning = add(fact.meaning(), 3, row, fact.violation() ? "fact-violation" : "fact-meaning");
            meaning.setWrapText(true);
            row++;
        }
    }

    private Label add(String text, int column, int row, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (column < 3) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        table.add(label, column, row);
        return label;
    }
}
