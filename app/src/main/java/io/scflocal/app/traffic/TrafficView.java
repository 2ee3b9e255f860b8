package io.scflocal.app.traffic;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.filter.FilterChips;
import io.scflocal.app.filter.FilterNote;
import io.scflocal.app.fx.TextClipboard;
import io.scflocal.app.settings.Dividers;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
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
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    /** In less than this, in pixels, the bar above the list would take the detail's room if it said everything in words. */
    private static final double ROOM_FOR_WORDS = 820;

    private final TrafficViewModel model;
    private final Texts texts;
    private final SplitPane root = new SplitPane();
    private final FrameBar bar;
    private final FrameGrid grid;
    private final FindBar find;

    /**
     * Shows what {@code model} holds.
     *
     * @param detail stands beside the list
     * @param tools what else can be done with the frames, at the end of the bar above them
     */
    public TrafficView(TrafficViewModel model, Texts texts, Region detail, Node... tools) {
        this.model = model;
        this.texts = texts;
        bar = new FrameBar(model, texts, root.widthProperty().lessThan(ROOM_FOR_WORDS));
        grid = new FrameGrid(model, texts);
        find = new FindBar(model, texts, grid::requestFocus);
        root.getStyleClass().add("traffic");
        root.getStylesheets().add(TrafficView.class.getResource("traffic.css").toExternalForm());
        root.getItems().addAll(list(tools), detail);
        Dividers.remember(root, model.settings().file(), "frames", 0.63);
        filterBySlash();
    }

    /** What to put into the window. */
    public Region root() {
        return root;
    }

    private Region list(Node... tools) {
        grid.setId("traffic-grid");
        StackPane stack = new StackPane(grid, new EmptyFrames(model, texts), added());
        VBox.setVgrow(stack, Priority.ALWAYS);
        // In the smallest window what is wrong with the filter may take two lines, and the bar must stay whole.
        stack.setMinHeight(0);
        bar.getChildren().addAll(tools);
        new GridInput(
                model, texts, grid, new GridInput.Ways(form -> model.copy(form, TextClipboard::put), bar::typeFilter));
        VBox list = new VBox(
                bar,
                new FilterChips(model.filter(), texts),
                new FilterNote(model.filter(), model.hitsProperty(), texts),
                find,
                stack);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event)) {
                model.undoClear();
                event.consume();
            }
        });
        return list;
    }

    /** What the user can do with the list, anywhere in the window. */
    public Action[] actions() {
        return new Action[] {
            action("filter", "Shortcut+L", bar::focusFilter),
            action("find", "Shortcut+F", find::open),
            action("find-next", "F3", () -> model.steps().toHit(true)),
            action("find-previous", "Shift+F3", () -> model.steps().toHit(false)),
            action("next", "Shortcut+Down", () -> model.choice().step(1)),
            action("previous", "Shortcut+Up", () -> model.choice().step(-1)),
            action("mark", "Shortcut+M", model::toggleMark),
            action("mark-next", "Shortcut+Shift+N", () -> model.steps().toMark(true)),
            action("mark-previous", "Shortcut+Shift+B", () -> model.steps().toMark(false)),
            action("reference", "Shortcut+T", model::countFromHere),
            action("compare", "Shortcut+D", model.choice().pair()::compare)
                    .when(model.choice().pair().thereProperty()),
            action("follow", "Shortcut+End", () -> model.follow(true)),
            action("pause", "", () -> model.pause(!model.pausedProperty().get())),
            action("clear", "", model::clear),
            action("copy-json", "", () -> model.copy(FrameCopy.Form.JSON_LINES, TextClipboard::put)),
            action("columns", "", () -> model.settings().columns().reset())
        };
    }

    private static Action action(String name, String keys, Runnable run) {
        return Action.of(ActionGroup.FRAMES, "frames.action." + name, keys, run);
    }

    /** A slash in this view leads to the filter. */
    private void filterBySlash() {
        root.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("/") && !(event.getTarget() instanceof TextInputControl)) {
                bar.focusFilter();
                event.consume();
            }
        });
    }

    /** How many frames have come below those in view, or that none are let in; leads to them. */
    private Button added() {
        Button button = new Button();
        button.setId("traffic-added");
        button.getStyleClass().addAll("accent", "frames-added");
        button.setFocusTraversable(false);
        BooleanExpression paused = BooleanExpression.booleanExpression(model.pausedProperty());
        ReadOnlyLongProperty added = model.position().addedProperty();
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> paused.get()
                                ? texts.get("traffic.paused")
                                : texts.get("traffic.added", Formats.count(added.get())),
                        paused,
                        added,
                        texts.languageProperty()));
        button.visibleProperty().bind(paused.or(added.greaterThan(0)));
        button.setOnAction(e -> {
            if (paused.get()) {
                model.pause(false);
            } else {
                model.follow(true);
            }
        });
        StackPane.setAlignment(button, Pos.BOTTOM_RIGHT);
        return button;
    }
}
