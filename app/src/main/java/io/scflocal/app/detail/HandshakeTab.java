package io.scflocal.app.detail;

import io.scflocal.app.text.Texts;
import io.scflocal.core.export.Redaction;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.Invocation;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The opening handshake of a frame's connection, with marks for what the gateway added or dropped. */
final class HandshakeTab extends ScrollPane {
    private static final String COVERED = "••••••••";

    private final Texts texts;
    private final VBox page = new VBox();
    private final CheckBox reveal = new CheckBox();
    private Optional<Handshake> shown = Optional.empty();

    HandshakeTab(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("detail-page", "edge-to-edge");
        page.getStyleClass().add("handshake");
        setContent(page);
        setFitToWidth(true);
        reveal.setId("detail-reveal");
        reveal.textProperty().bind(texts.bind("detail.handshake.reveal"));
        reveal.setTooltip(tip(texts));
        reveal.selectedProperty().addListener(property -> fill());
    }

    private static Tooltip tip(Texts texts) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind("detail.handshake.reveal.tooltip"));
        return tip;
    }

    /** Shows the handshake of a frame's connection; its secrets are covered again when it is another one. */
    void show(FrameDetail detail) {
        Optional<Handshake> handshake = detail.invocation().map(Invocation::handshake);
        if (!handshake.equals(shown)) {
            reveal.setSelected(false);
        }
        shown = handshake;
        fill();
    }

    private void fill() {
        page.getChildren().clear();
        shown.ifPresentOrElse(
                this::show, () -> page.getChildren().add(label(texts.get("detail.handshake.none"), "muted")));
    }

    private void show(Handshake handshake) {
        if (hasSecrets(handshake.requestHeaders()) || hasSecrets(handshake.responseHeaders())) {
            page.getChildren().add(reveal);
        }
        for (HandshakeNotes.Note note : HandshakeNotes.of(texts.messages(), handshake)) {
            page.getChildren()
                    .add(label((note.wrong() ? "✕ " : "✓ ") + note.text(), note.wrong() ? "fact-violation" : "agreed"));
        }
        page.getChildren()
                .addAll(
                        label(texts.get("detail.handshake.request"), "section-title"),
                        label(handshake.method() + " " + handshake.requestTarget(), "mono"));
        if (!handshake.functionTarget().equals(handshake.requestTarget())) {
            page.getChildren()
                    .add(label(texts.get("detail.handshake.toFunction", handshake.functionTarget()), "muted"));
        }
        page.getChildren().add(table(handshake.requestHeaders()));
        page.getChildren().add(label(texts.get("detail.handshake.response"), "section-title"));
        if (handshake.responseStatus() == 0) {
            page.getChildren().add(label(texts.get("detail.handshake.noResponse"), "muted"));
        } else {
            page.getChildren().add(label("HTTP " + handshake.responseStatus(), "mono"));
            page.getChildren().add(table(handshake.responseHeaders()));
        }
    }

    private GridPane table(List<Header> headers) {
        GridPane table = new GridPane();
        table.getStyleClass().add("headers");
        ColumnConstraints values = new ColumnConstraints(0, 0, Double.MAX_VALUE);
        values.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(new ColumnConstraints(), values, new ColumnConstraints());
        for (int row = 0; row < headers.size(); row++) {
            Header header = headers.get(row);
            Label name = label(header.name(), "header-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = label(shown(header), "header-value");
            table.addRow(row, name, value);
            switch (header.origin()) {
                case PEER -> {}
                case GATEWAY -> mark(table, row, "gateway", name, value);
                case DROPPED -> mark(table, row, "dropped", name, value);
            }
        }
        return table;
    }

    private static boolean hasSecrets(List<Header> headers) {
        return headers.stream().anyMatch(header -> Redaction.isSecret(header.name()));
    }

    private String shown(Header header) {
        return Redaction.isSecret(header.name()) && !reveal.isSelected() ? COVERED : header.value();
    }

    private void mark(GridPane table, int row, String origin, Label name, Label value) {
        Label mark = label(texts.get("detail.handshake." + origin), "header-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        mark.setTooltip(new Tooltip(texts.get("detail.handshake." + origin + ".tooltip")));
        List.of(mark, name, value).forEach(label -> label.getStyleClass().add("header-" + origin));
        table.add(mark, 2, row);
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
