package io.scflocal.app.detail;

import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.frame.FrameHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The fields of a frame's header side by side, each value above its name. Where their bytes are shown, too, both are linked. */
final class FieldStrip extends FlowPane {
    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");

    private final StringProperty highlight = new SimpleStringProperty(this, "highlight", "");
    private final List<VBox> fields = new ArrayList<>();
    private final boolean linked;
    private String chosen = "";

    /** {@code linked} if the bytes of the fields are shown, too. */
    FieldStrip(boolean linked) {
        this.linked = linked;
        getStyleClass().add("field-strip");
        highlight.addListener((property, before, now) -> fields.forEach(field ->
                field.pseudoClassStateChanged(HIGHLIGHTED, !now.isEmpty() && now.equals(field.getUserData()))));
    }

    /** Name of the {@link HeaderPart} that is pointed at; empty for none. */
    StringProperty highlightProperty() {
        return highlight;
    }

    /** Shows the header of a frame, and for a compressed message how much of its size was sent. */
    void show(Messages messages, Content content) {
        FrameRecord frame = content.frame();
        FrameHeader header = frame.header();
        getChildren().clear();
        fields.clear();
        chosen = "";
        highlight.set("");
        add(bit(header.fin()), "FIN", HeaderPart.FIRST);
        add(bit(header.rsv1()), "RSV1", HeaderPart.FIRST);
        add(bit(header.rsv2()), "RSV2", HeaderPart.FIRST);
        add(bit(header.rsv3()), "RSV3", HeaderPart.FIRST);
        add(
                "0x" + Formats.hex(header.opcode().code(), 1),
                FrameWords.opcode(messages, header.opcode()),
                HeaderPart.FIRST);
        add(bit(header.masked()), "MASK", HeaderPart.SECOND);
        boolean extended = HeaderPart.of(header).stream().anyMatch(range -> range.part() == HeaderPart.EXTENDED_LENGTH);
        add(
                Formats.count(header.payloadLength()),
                messages.get("detail.strip.length"),
                extended ? HeaderPart.EXTENDED_LENGTH : HeaderPart.SECOND);
        if (header.masked() && linked) {
            add(Formats.hex(header.maskKey(), 8), messages.get("detail.strip.maskKey"), HeaderPart.MASK_KEY);
        }
        if (frame.capturedLength() < header.payloadLength()) {
            add(Formats.count(frame.capturedLength()), messages.get("detail.strip.captured"), HeaderPart.PAYLOAD);
        }
        content.message().filter(MessageRecord::compressed).ifPresent(message -> addRatio(messages, message));
    }

    private void addRatio(Messages messages, MessageRecord message) {
        if (message.state() == MessageRecord.State.COMPLETE && message.length() > 0) {
            add(Formats.count(message.length()), messages.get("detail.strip.inflated"), HeaderPart.PAYLOAD);
            VBox field = add(
                    percent(message.wireLength(), message.length()),
                    messages.get("detail.strip.deflate"),
                    HeaderPart.PAYLOAD);
            if (message.wireLength() < message.length()) {
                field.getChildren().get(0).getStyleClass().add("field-deflate");
            }
            Tooltip.install(
                    field,
                    new Tooltip(messages.get(
                            "detail.strip.deflate.tooltip",
                            Formats.count(message.wireLength()),
                            Formats.count(message.length()))));
        }
    }

    private static String bit(boolean set) {
        return set ? "1" : "0";
    }

    private static String percent(long wire, long length) {
        return Math.round(wire * 100.0 / length) + " %";
    }

    private VBox add(String value, String name, HeaderPart part) {
        Label top = new Label(value);
        top.getStyleClass().add("field-value");
        Label bottom = new Label(name);
        bottom.getStyleClass().add("field-name");
        VBox field = new VBox(top, bottom);
        field.setAlignment(Pos.CENTER);
        field.getStyleClass().add("field");
        field.setMinWidth(USE_PREF_SIZE);
        field.setUserData(part.name());
        field.setOnMouseEntered(event -> highlight.set(part.name()));
        field.setOnMouseExited(event -> highlight.set(chosen));
        field.setOnMousePressed(event -> {
            chosen = chosen.equals(part.name()) ? "" : part.name();
            highlight.set(chosen);
        });
        fields.add(field);
        getChildren().add(field);
        return field;
    }

    /** The part that was clicked; empty if none is. */
    Optional<HeaderPart> chosen() {
        return chosen.isEmpty() ? Optional.empty() : Optional.of(HeaderPart.valueOf(chosen));
    }
}
