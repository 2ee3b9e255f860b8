package io.scflocal.app.detail;

import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.PerMessageDeflate;
import io.scflocal.core.invocation.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The header of a frame, bit by bit: a picture of it and what each field means. */
final class FrameTab extends ScrollPane {
    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");

    private final Texts texts;
    private final Label verdict = new Label();
    private final FramePicture picture = new FramePicture(this::highlight);
    private final GridPane table = new GridPane();
    private final List<Label> names = new ArrayList<>();

    FrameTab(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("detail-page", "edge-to-edge");
        table.getStyleClass().add("frame-facts");
        ColumnConstraints meaning = new ColumnConstraints(0, 0, Double.MAX_VALUE);
        meaning.setHgrow(Priority.ALWAYS);
        ColumnConstraints narrow = new ColumnConstraints();
        table.getColumnConstraints().addAll(narrow, narrow, narrow, meaning);
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        verdict.setId("detail-verdict");
        VBox page = new VBox(verdict, picture, table);
        page.getStyleClass().add("frame-page");
        setContent(page);
        setFitToWidth(true);
    }

    /** Shows a frame. */
    void show(FrameDetail detail) {
        Messages messages = texts.messages();
        List<FrameFact> facts = FrameFacts.of(messages, detail.content(), agreedOnDeflate(detail));
        long violations = facts.stream().filter(FrameFact::violation).count();
        verdict.setText(
                violations == 0
                        ? messages.get("detail.frame.valid")
                        : messages.get("detail.frame.invalid", violations));
        verdict.getStyleClass().setAll("label", violations == 0 ? "fact-valid" : "fact-violation");
        picture.show(facts);
        table.getChildren().clear();
        names.clear();
        List<String> headings = List.of("bits", "name", "value", "meaning");
        for (int i = 0; i < headings.size(); i++) {
            add(messages.get("detail.frame." + headings.get(i)), i, 0, "muted");
        }
        for (int i = 0; i < facts.size(); i++) {
            add(facts.get(i), i + 1);
        }
    }

    private void add(FrameFact fact, int row) {
        add(fact.range(), 0, row, "muted");
        Label name = add(fact.name(), 1, row, "fact-name");
        name.setOnMouseEntered(event -> highlight(fact.name()));
        name.setOnMouseExited(event -> highlight(""));
        name.setWrapText(true);
        names.add(name);
        add(fact.value(), 2, row, "mono");
        Label meaning = add(fact.meaning(), 3, row, fact.violation() ? "fact-violation" : "fact-meaning");
        meaning.setWrapText(true);
    }

    private void highlight(String field) {
        picture.highlight(field);
        names.forEach(name -> name.pseudoClassStateChanged(
                HIGHLIGHTED, !field.isEmpty() && name.getText().equals(field)));
    }

    private static boolean agreedOnDeflate(FrameDetail detail) {
        return detail.invocation()
                .map(invocation -> invocation.handshake().responseHeaders().stream()
                        .filter(header -> header.name().equalsIgnoreCase("Sec-WebSocket-Extensions"))
                        .map(Header::value)
                        .collect(Collectors.joining(",")))
                .map(extensions -> PerMessageDeflate.parse(extensions).isPresent())
                // Nobody knows any more what was agreed; that is no reason to accuse anybody.
                .orElse(true);
    }

    private Label add(String text, int column, int row, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (column == 0 || column == 2) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        table.add(label, column, row);
        return label;
    }
}
