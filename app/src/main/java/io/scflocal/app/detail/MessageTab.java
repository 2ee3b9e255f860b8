package io.scflocal.app.detail;

import io.scflocal.app.payload.CloseStatus;
import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.frame.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a frame says, with buttons that take it elsewhere. */
final class MessageTab extends VBox {
    private final DetailViewModel model;
    private final Texts texts;
    private final Desk desk;
    private final FieldStrip strip = new FieldStrip();
    private final Label headline = new Label();
    private final Label hint = new Label();
    private final LineList lines = new LineList(true);
    private final Label notice = new Label();

    MessageTab(DetailViewModel model, Texts texts, Desk desk) {
        this.model = model;
        this.texts = texts;
        this.desk = desk;
        getStyleClass().add("detail-page");
        headline.getStyleClass().add("body-headline");
        headline.managedProperty().bind(headline.visibleProperty());
        hint.getStyleClass().add("body-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.managedProperty().bind(hint.visibleProperty());
        lines.setId("detail-message-lines");
        setVgrow(lines, Priority.ALWAYS);
        notice.getStyleClass().add("muted");
        model.noticeProperty().addListener((property, before, now) -> showNotice());
        getChildren().addAll(strip, headline, hint, lines, actions(), notice);
        notice.managedProperty().bind(notice.visibleProperty());
        showNotice();
    }

    private FlowPane actions() {
        FlowPane actions = new FlowPane(
                action("detail.copy", () -> model.text(desk::copy)),
                action("detail.copyHex", () -> model.hex(desk::copy)),
                action("detail.save", this::save));
        actions.getStyleClass().add("detail-actions");
        return actions;
    }

    private Button action(String key, Runnable action) {
        Button button = new Button();
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("small", "detail-action");
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(e -> action.run());
        return button;
    }

    private void save() {
        model.detailProperty().get().ifPresent(detail -> desk.chooseFile(fileName(detail.content()))
                .ifPresent(model::save));
    }

    private static String fileName(Content content) {
        return "frame-" + FrameWords.number(content.frame()) + (content.opcode() == Opcode.TEXT ? ".txt" : ".bin");
    }

    private void showNotice() {
        notice.setVisible(model.noticeProperty().get().isPresent());
        model.noticeProperty().get().ifPresent(now -> notice.setText(texts.get(now.key(), now.argument())));
    }

    /** Shows a frame. */
    void show(FrameDetail detail) {
        Messages messages = texts.messages();
        strip.show(messages, detail.content());
        headline.setVisible(detail.body() instanceof MessageBody.Close);
        headline.setText(
                detail.body() instanceof MessageBody.Close close
                        ? close.status().title(messages)
                        : "");
        String words = String.join("\n", hints(messages, detail));
        hint.setText(words);
        hint.setVisible(!words.isEmpty());
        lines.show(detail.body().lines());
        lines.setVisible(!lines.getItems().isEmpty());
    }

    private static List<String> hints(Messages messages, FrameDetail detail) {
        List<String> hints = new ArrayList<>();
        FrameRecord frame = detail.frame();
        String length = Formats.count(frame.header().payloadLength());
        String read = Formats.count(detail.content().length());
        MessageBody body = detail.body();
        if (body instanceof MessageBody.Empty) {
            hints.add(messages.get("detail.body.empty"));
        } else if (body instanceof MessageBody.LargeText) {
            hints.add(messages.get("detail.body.large", read));
        } else if (body instanceof MessageBody.Compressed) {
            hints.add(messages.get("detail.body.compressed", length));
        } else if (body instanceof MessageBody.Binary binary) {
            hints.add(binary.type()
                    .map(type -> messages.get("detail.body.binaryType", read, type.mediaType()))
                    .orElseGet(() -> messages.get("detail.body.binary", read)));
        } else if (body instanceof MessageBody.Close close) {
            hints.addAll(closeHints(messages, close.status()));
        }
        detail.content().message().ifPresentOrElse(message -> hints.addAll(messageHints(messages, message)), () -> {
            if (isFragment(frame)) {
                hints.add(messages.get("detail.body.fragment"));
            }
        });
        if (frame.capturedLength() < frame.header().payloadLength()) {
            hints.add(messages.get("detail.body.incomplete", Formats.count(frame.capturedLength()), length));
        }
        return hints;
    }

    private static List<String> messageHints(Messages messages, MessageRecord message) {
        List<String> hints = new ArrayList<>();
        if (message.frames() > 1) {
            hints.add(messages.get(
                    "detail.body.message",
                    Formats.count(message.frames()),
                    Long.toString(message.firstFrame() + 1),
                    Long.toString(message.lastFrame() + 1)));
        }
        if (message.state() != MessageRecord.State.COMPLETE) {
            hints.add(messages.get(
                    "detail.body.state." + message.state().name().toLowerCase(Locale.ROOT),
                    Formats.count(message.length())));
        }
        return hints;
    }

    private static boolean isFragment(FrameRecord frame) {
        Opcode opcode = frame.header().opcode();
        return opcode == Opcode.CONTINUATION
                || !opcode.isControl() && !frame.header().fin();
    }

    private static List<String> closeHints(Messages messages, CloseStatus status) {
        String reason = status.reason().isEmpty()
                ? messages.get("detail.body.closeNoReason")
                : messages.get("detail.body.closeReason", status.reason());
        return List.of(status.meaning(messages), reason);
    }
}
