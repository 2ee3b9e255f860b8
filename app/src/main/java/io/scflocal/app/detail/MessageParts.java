package io.scflocal.app.detail;

import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.MessageRecord;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The frames of a fragmented message, each a link to it. */
final class MessageParts extends FlowPane {
    private static final int SHOWN = 12;

    private final Texts texts;
    private final DetailLinks links;

    MessageParts(Texts texts, DetailLinks links) {
        this.texts = texts;
        this.links = links;
        getStyleClass().add("message-parts");
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
    }

    /** Shows the frames of a frame's message; nothing if it is the only one. */
    void show(FrameDetail detail) {
        Optional<MessageRecord> message = detail.content().message().filter(known -> known.frames() > 1);
        setVisible(message.isPresent());
        getChildren().clear();
        message.ifPresent(known -> {
            getChildren().add(new Label(texts.get("detail.parts", known.frames())));
            detail.parts().stream()
                    .limit(SHOWN)
                    .forEach(number -> add(number, detail.frame().number()));
            if (known.frames() > SHOWN) {
                getChildren().add(new Label("…"));
                add(known.lastFrame(), detail.frame().number());
            }
        });
    }

    private void add(long number, long selected) {
        Hyperlink link = new Hyperlink(Long.toString(number + 1));
        link.setDisable(number == selected);
        link.setOnAction(event -> links.showFrame(number));
        getChildren().add(link);
    }
}
