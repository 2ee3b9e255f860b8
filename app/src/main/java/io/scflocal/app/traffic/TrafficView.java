package io.scflocal.app.traffic;

import io.scflocal.app.filter.FilterChips;
import io.scflocal.app.filter.FilterNote;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frames on the left, the detail of the selected one on the right. */
public final class TrafficView {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final TrafficViewModel model;
    private final Texts texts;
    private final SplitPane root = new SplitPane();

    /**
     * Shows what {@code model} holds.
     *
     * @param detail stands beside the list
     * @param tools what else can be done with the frames, at the end of the bar above them
     */
    public TrafficView(TrafficViewModel model, Texts texts, Region detail, Node... tools) {
        this.model = model;
        this.texts = texts;
        root.getStyleClass().add("traffic");
        root.getStylesheets().add(TrafficView.class.getResource("traffic.css").toExternalForm());
        root.getItems().addAll(list(tools), detail);
        root.setDividerPositions(0.63);
    }

    /** What to put into the window. */
    public Region root() {
        return root;
    }

    private Region list(Node... tools) {
        FrameGrid grid = new FrameGrid(model, texts);
        grid.setId("traffic-grid");
        new GridInput(model, texts, grid, form -> model.copy(form, TrafficView::putOnClipboard));
        StackPane stack = new StackPane(grid, new EmptyFrames(model, texts), added());
        VBox.setVgrow(stack, Priority.ALWAYS);
        FrameBar bar = new FrameBar(model, texts);
        bar.getChildren().addAll(tools);
        VBox list = new VBox(
                bar,
                new FilterChips(model.filter(), texts),
                new FilterNote(model.filter(), model.hitsProperty(), texts),
                stack);
        focusBy(bar::focusFilter);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event)) {
                model.undoClear();
                event.consume();
            }
        });
        return list;
    }

    private static void putOnClipboard(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** Ctrl+F does it wherever the window's focus is, as long as nothing else wants it there; a slash in this view. */
    private void focusBy(Runnable focus) {
        root.sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.getAccelerators().remove(FIND);
            }
            if (now != null) {
                now.getAccelerators().put(FIND, focus);
            }
        });
        root.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("/") && !(event.getTarget() instanceof TextInputControl)) {
                focus.run();
                event.consume();
            }
        });
    }

    private Button added() {
        Button button = new Button();
        button.setId("traffic-added");
        button.getStyleClass().addAll("accent", "frames-added");
        button.setFocusTraversable(false);
        button.textProperty()
                .bind(texts.bind(
                        "traffic.added",
                        Bindings.createStringBinding(
                                () -> Formats.count(
                                        model.position().addedProperty().get()),
                                model.position().addedProperty())));
        button.visibleProperty().bind(model.position().addedProperty().greaterThan(0));
        button.setOnAction(e -> model.follow(true));
        StackPane.setAlignment(button, Pos.BOTTOM_RIGHT);
        return button;
    }
}
