package io.scflocal.app.detail;

import io.scflocal.app.payload.CloseStatus;
import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.text.Amounts;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.PlatformTexts;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.CloseCode;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a connection ended, or what a Close frame says: code and reason in words, who was first, the platform's status, what to do. */
final class CloseTab extends ScrollPane {
    private final Texts texts;
    private final VBox page = new VBox();

    CloseTab(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("detail-page", "edge-to-edge");
        page.getStyleClass().add("handshake");
        setContent(page);
        setFitToWidth(true);
    }

    /** Shows the end of a frame's connection, and the frame if it is a Close frame. */
    void show(FrameDetail detail) {
        page.getChildren().clear();
        Messages messages = texts.messages();
        if (detail.body() instanceof MessageBody.Close close) {
            title("detail.close.frame");
            add(FrameWords.direction(messages, detail.frame().direction()), "muted");
            status(close.status());
        }
        title("detail.close.connection");
        detail.invocation().ifPresentOrElse(this::connection, () -> add(messages.get("detail.close.unknown"), "muted"));
    }

    private void status(CloseStatus status) {
        Messages messages = texts.messages();
        add(status.title(messages), status.isOrdinary() ? "close-good" : "close-bad");
        add(status.meaning(messages), "close-text");
        add(
                status.reason().isEmpty()
                        ? messages.get("detail.body.closeNoReason")
                        : messages.get("detail.body.closeReason", status.reason()),
                "muted");
    }

    private void connection(Invocation invocation) {
        invocation
                .end()
                .ifPresentOrElse(end -> ended(invocation, end), () -> add(texts.get("detail.close.open"), "muted"));
    }

    private void ended(Invocation invocation, InvocationEnd end) {
        Messages messages = texts.messages();
        PlatformTexts words = new PlatformTexts(messages);
        Timeouts limits = invocation.deadlines().limits();
        add(
                end.status().code() + " " + words.status(end.status()),
                end.status().isSuccess() ? "close-good" : "close-bad");
        add(messages.get("detail.close.by." + first(end.cause())), "close-text");
        add(words.cause(invocation, end, limits), "close-text");
        if (end.closeCode() != 0) {
            int code = end.closeCode();
            add(messages.get("detail.close.code", new CloseStatus(code, "").title(messages)), "close-text");
            if (code != CloseCode.NO_STATUS_RECEIVED && !end.closeReason().isEmpty()) {
                add(messages.get("detail.body.closeReason", end.closeReason()), "muted");
            }
        }
        add(messages.get("detail.close.lasted", Amounts.taken(end.durationNanos())), "muted");
        words.causeTodo(invocation, end, limits).ifPresent(todo -> {
            title("detail.close.todo");
            add(todo, "close-text");
        });
    }

    /** Whose act the end was; the last part of a key. */
    private static String first(EndCause cause) {
        return switch (cause) {
            case CLIENT_CLOSED -> "clientClosed";
            case CLIENT_LOST -> "clientLost";
            case FUNCTION_CLOSED -> "functionClosed";
            case FUNCTION_LOST, PROCESS_EXITED -> "functionLost";
            case HANDSHAKE_REFUSED, HTTP_ANSWERED -> "answered";
            case STOPPED -> "user";
            default -> "platform";
        };
    }

    private void title(String key) {
        add(texts.get(key), "section-title");
    }

    private void add(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        page.getChildren().add(label);
    }
}
