package io.scflocal.app.detail;

import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.frame.FrameHeader;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The fields of a frame's header side by side, each value above its name. */
final class FieldStrip extends HBox {

    FieldStrip() {
        getStyleClass().add("field-strip");
    }

    /** Shows the header of a frame, and for a compressed message how much of its size was sent. */
    void show(Messages messages, Content content) {
        FrameRecord frame = content.frame();
        FrameHeader header = frame.header();
        getChildren().clear();
        add(bit(header.fin()), "FIN");
        add(bit(header.rsv1()), "RSV1");
        add(bit(header.rsv2()), "RSV2");
        add(bit(header.rsv3()), "RSV3");
        add("0x" + Formats.hex(header.opcode().code(), 1), FrameWords.opcode(messages, header.opcode()));
        add(bit(header.masked()), "MASK");
        add(Formats.count(header.payloadLength()), messages.get("detail.strip.length"));
        if (!frame.complete()) {
            add(Formats.count(frame.capturedLength()), messages.get("detail.strip.captured"));
        }
        content.message()
                .filter(message -> message.compressed() && message.state() == MessageRecord.State.COMPLETE)
                .filter(message -> message.length() > 0)
                .ifPresent(message -> add(
                                percent(message.wireLength(), message.length()), messages.get("detail.strip.deflate"))
                        .getStyleClass()
                        .add("field-deflate"));
    }

    private static String bit(boolean set) {
        return set ? "1" : "0";
    }

    private static String percent(long wire, long length) {
        return Math.round(wire * 100.0 / length) + " %";
    }

    private Label add(String value, String name) {
        Label top = new Label(value);
        top.getStyleClass().add("field-value");
        Label bottom = new Label(name);
        bottom.getStyleClass().add("field-name");
        VBox field = new VBox(top, bottom);
        field.setAlignment(Pos.CENTER);
        field.getStyleClass().add("field");
        field.setMinWidth(USE_PREF_SIZE);
        getChildren().add(field);
        return top;
    }
}
