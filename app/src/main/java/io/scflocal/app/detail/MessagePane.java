package io.scflocal.app.detail;

import io.scflocal.app.decode.Decoded;
import io.scflocal.app.decode.Format;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.LineArea;
import io.scflocal.app.text.Texts;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A message as a tree, a text, an image or bytes, and the choice between them. */
final class MessagePane extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int COPIED_LINES = 100_000;
    private static final double IMAGE_MARGIN = 24;

    private final Desktop desktop;
    private final FormatBox format;
    private final ToggleButton asTree = new ToggleButton();
    private final ToggleButton asText = new ToggleButton();
    private final FlowPane bar;
    private final TreePane tree;
    private final LineArea text = new LineArea(true);
    private final ImageView image = new ImageView();
    private final StackPane imagePane = new StackPane(image);
    private Optional<MessageBody.Readable> shown = Optional.empty();

    MessagePane(DetailViewModel model, Texts texts, Desktop desktop, DetailLinks links) {
        this.desktop = desktop;
        format = new FormatBox(model, texts);
        tree = new TreePane(texts, desktop, links);
        getStyleClass().add("message-pane");
        ToggleGroup group = new ToggleGroup();
        toggle(asTree, group, texts, "detail.as.tree");
        toggle(asText, group, texts, "detail.as.text");
        asTree.setSelected(true);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                // One of the two is always chosen.
                group.selectToggle(before);
            } else {
                shown.ifPresent(this::showReadable);
            }
        });
        bar = new FlowPane(format, asTree, asText);
        bar.getStyleClass().add("format-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.managedProperty().bind(bar.visibleProperty());
        text.setId("detail-message-lines");
        text.addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnKeys);
        image.setPreserveRatio(true);
        image.setSmooth(true);
        imagePane.getStyleClass().add("image-pane");
        imagePane.setMinSize(0, 0);
        imagePane.widthProperty().addListener(property -> fitImage());
        imagePane.heightProperty().addListener(property -> fitImage());
        StackPane views = new StackPane(tree, text, imagePane);
        views.setMinHeight(0);
        setVgrow(views, Priority.ALWAYS);
        getChildren().addAll(bar, views);
    }

    private static void toggle(ToggleButton button, ToggleGroup group, Texts texts, String key) {
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("small");
        button.setToggleGroup(group);
        button.textProperty().bind(texts.bind(key));
        button.managedProperty().bind(button.visibleProperty());
    }

    /** Shows what a frame says. */
    void show(MessageBody body) {
        shown = Optional.empty();
        bar.setVisible(body instanceof MessageBody.Readable || body instanceof MessageBody.Raw);
        if (body instanceof MessageBody.Readable readable) {
            shown = Optional.of(readable);
            showReadable(readable);
        } else if (body instanceof MessageBody.Raw raw) {
            showLines(raw.lines(), List.of(raw.lines() instanceof HexLines ? Format.HEX : Format.TEXT));
        } else if (body instanceof MessageBody.Compressed compressed) {
            showLines(compressed.lines(), List.of(Format.HEX));
        } else {
            only(text, false);
        }
    }

    private void showLines(List<Line> lines, List<Format> formats) {
        format.show(formats);
        toggles(false);
        setText(lines);
        only(text, true);
    }

    private void setText(List<Line> lines) {
        if (text.lines() != lines) {
            boolean hex = lines instanceof HexLines;
            text.wrapProperty().set(!hex);
            text.show(hex ? ((HexLines) lines).inLinesOf(HexLines.NARROW_LINE) : lines);
        }
    }

    private void showReadable(MessageBody.Readable readable) {
        List<Format> formats = readable.decoding().formats();
        format.show(formats);
        toggles(readable.tree().isPresent());
        if (readable.tree().isPresent() && asTree.isSelected()) {
            tree.show(readable.tree().get(), formats);
            only(tree, true);
        } else if (readable.decoding().decoded() instanceof Decoded.Image file
                && file.picture().isShowable()) {
            image.setImage(new Image(new ByteArrayInputStream(file.file())));
            fitImage();
            only(imagePane, true);
        } else {
            setText(readable.lines());
            only(text, true);
        }
    }

    private void toggles(boolean there) {
        asTree.setVisible(there);
        asText.setVisible(there);
    }

    private void only(Node wanted, boolean visible) {
        for (Node view : List.of(tree, text, imagePane)) {
            view.setVisible(visible && view == wanted);
        }
        if (wanted != imagePane) {
            image.setImage(null);
        }
    }

    /** A large image is made smaller, a small one stays as it is. */
    private void fitImage() {
        if (image.getImage() != null) {
            image.setFitWidth(Math.max(1, Math.min(image.getImage().getWidth(), imagePane.getWidth() - IMAGE_MARGIN)));
            image.setFitHeight(
                    Math.max(1, Math.min(image.getImage().getHeight(), imagePane.getHeight() - IMAGE_MARGIN)));
        }
    }

    private void copyOnKeys(KeyEvent event) {
        if (COPY.match(event)) {
            text.selectedRange().ifPresent(range -> {
                int to = Math.min(range[1] + 1, range[0] + COPIED_LINES);
                desktop.copy(text.lines().subList(range[0], to).stream()
                        .map(Line::text)
                        .collect(Collectors.joining("\n")));
            });
            event.consume();
        }
    }
}
