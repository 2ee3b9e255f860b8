package io.scflocal.app.detail;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.Opcode;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a frame says, with buttons that take it elsewhere. */
final class MessageTab extends VBox {
    private static final double ROOM_FOR_STRIP = 300;
    private static final double ROOM_FOR_ACTIONS = 230;

    private final DetailViewModel model;
    private final Texts texts;
    private final Desktop desktop;
    private final DetailLinks links;
    private final FieldStrip strip = new FieldStrip(false);
    private final Label headline = new Label();
    private final Label hint = new Label();
    private final MessageParts parts;
    private final MessagePane pane;
    private final Label notice = new Label();

    MessageTab(DetailViewModel model, Texts texts, Desktop desktop, DetailLinks links) {
        this.model = model;
        this.texts = texts;
        this.desktop = desktop;
        this.links = links;
        parts = new MessageParts(texts, links);
        pane = new MessagePane(model, texts, desktop, links);
        getStyleClass().add("detail-page");
        headline.getStyleClass().add("body-headline");
        hint.setId("detail-hint");
        hint.getStyleClass().add("body-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        setVgrow(pane, Priority.ALWAYS);
        notice.setId("detail-notice");
        notice.getStyleClass().add("muted");
        notice.setWrapText(true);
        for (Node node : new Node[] {headline, hint, notice}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        model.noticeProperty().addListener(property -> showNotice());
        FlowPane actions = buttons();
        showFrom(strip, ROOM_FOR_STRIP);
        showFrom(actions, ROOM_FOR_ACTIONS);
        getChildren().addAll(strip, headline, hint, parts, pane, saving(), actions, notice);
        showNotice();
    }

    /** In a low pane the message needs the room more than what is around it. */
    private void showFrom(Node node, double height) {
        node.visibleProperty().bind(heightProperty().greaterThan(height));
        node.managedProperty().bind(node.visibleProperty());
    }

    private FlowPane buttons() {
        FlowPane buttons = new FlowPane(
                action("detail.copy", this::copy),
                action("detail.copyHex", this::copyHex),
                action("detail.save", this::save),
                action("detail.showInLog", this::showInLog));
        buttons.getStyleClass().add("detail-actions");
        return buttons;
    }

    /** What the buttons do, for those who would rather press keys. */
    List<Action> actions() {
        return List.of(
                Action.of(ActionGroup.DETAIL, "detail.action.copy", "Shortcut+Alt+C", this::copy),
                Action.of(ActionGroup.DETAIL, "detail.action.copyHex", "Shortcut+Alt+X", this::copyHex),
                Action.of(ActionGroup.DETAIL, "detail.action.save", "Shortcut+S", this::save),
                Action.of(ActionGroup.DETAIL, "detail.action.showInLog", "Shortcut+G", this::showInLog));
    }

    private void copy() {
        model.orders().text(desktop::copy);
    }

    private void copyHex() {
        model.orders().hex(desktop::copy);
    }

    private void showInLog() {
        model.detailProperty().get().ifPresent(detail -> links.showInLog(detail.frame()));
    }

    private Button action(String key, Runnable action) {
        Button button = new Button();
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("small", "detail-action");
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(e -> action.run());
        return button;
    }

    private Node saving() {
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(model.orders().savedProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        Button cancel = action("detail.saveCancel", model.orders()::cancelSaving);
        HBox saving = new HBox(progress, cancel);
        saving.getStyleClass().add("detail-saving");
        saving.setAlignment(Pos.CENTER_LEFT);
        saving.visibleProperty().bind(model.orders().savedProperty().greaterThanOrEqualTo(0));
        saving.managedProperty().bind(saving.visibleProperty());
        return saving;
    }

    private void save() {
        model.detailProperty().get().ifPresent(detail -> desktop.save(
                        texts.get("detail.save.title"), fileName(detail.content()))
                .ifPresent(model.orders()::save));
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
        String words = String.join("\n", MessageHints.of(messages, detail));
        hint.setText(words);
        hint.setVisible(!words.isEmpty());
        parts.show(detail);
        pane.show(detail.body());
        showNotice();
    }
}
