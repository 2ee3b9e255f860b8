package io.scflocal.app.logs;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.fx.Showing;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import java.util.Objects;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The log: its lines, whose lines they are, and tools to find some of them.
 *
 * <p>JavaFX thread only.
 */
public final class LogView {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final LogViewModel viewModel;
    private final Texts texts;
    private final VBox root = new VBox();
    private final LogArea list;
    private final LogBar tools;

    /** Shows what {@code viewModel} holds. */
    public LogView(LogViewModel viewModel, Texts texts, LogDesk desk) {
        this.viewModel = viewModel;
        this.texts = texts;
        list = new LogArea(viewModel, texts, desk);
        tools = new LogBar(viewModel, texts, desk, list.area().wrapProperty());
        StackPane lines = new StackPane(list, newLines());
        lines.setMinHeight(0);
        VBox.setVgrow(lines, Priority.ALWAYS);
        root.getStyleClass().add("logs");
        root.getStylesheets()
                .add(Objects.requireNonNull(LogView.class.getResource("logs.css"))
                        .toExternalForm());
        root.getChildren().addAll(bar(), lines);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                tools.focusFind();
                event.consume();
            }
        });
    }

    /**
     * What the user can do with the log, anywhere in the window.
     *
     * @param show brings the log into view
     */
    public Action[] actions(Runnable show) {
        BooleanExpression chosen = list.area().selectedProperty().greaterThanOrEqualTo(0);
        BooleanExpression cleared = viewModel.clearedBeforeProperty().greaterThan(0);
        return new Action[] {
            action("find", "Shortcut+Shift+F", () -> {
                show.run();
                tools.focusFind();
            }),
            action("frame", "Shortcut+J", list::showFrame).when(chosen),
            action("copy", "", list::copyLines).when(chosen),
            action("follow", "Shortcut+Shift+End", () -> {
                show.run();
                viewModel.followingProperty().set(true);
            }),
            action("wrap", "", () -> list.area()
                    .wrapProperty()
                    .set(!list.area().wrapProperty().get())),
            action("clear", "", viewModel::clear),
            action("undo", "", viewModel::undoClear).when(cleared),
            action("export", "", tools::export)
        };
    }

    private static Action action(String name, String keys, Runnable run) {
        return Action.of(ActionGroup.LOG, "logs.action." + name, keys, run);
    }

    /** What goes into the window. */
    public Region root() {
        return root;
    }

    private HBox bar() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label searching = new Label();
        searching.getStyleClass().add("muted");
        searching.textProperty().bind(texts.bind("logs.searching"));
        Showing.showWhile(searching, viewModel.searchingProperty());
        HBox bar = new HBox(whose(), exported(), space, searching, tools);
        bar.getStyleClass().add("logs-bar");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    private Label exported() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        viewModel
                .exportedProperty()
                .addListener((property, before, now) -> now.ifPresent(done -> label.setText(
                        done.error().isEmpty()
                                ? texts.get("logs.exported", Formats.count(done.lines()))
                                : texts.get("logs.notExported", done.error()))));
        return label;
    }

    /** Tells whose lines are shown; a press shows those of all. */
    private Node whose() {
        Label all = new Label();
        all.getStyleClass().add("muted");
        all.textProperty().bind(texts.bind("logs.all"));
        Showing.showWhile(all, viewModel.criteria().requestIdProperty().isEmpty());
        Button only = new Button();
        only.setId("onlyChip");
        only.getStyleClass().addAll("pill", "only-chip");
        only.textProperty()
                .bind(texts.bind(
                        "logs.only", viewModel.criteria().requestIdProperty().map(LogText::shortId)));
        only.setOnAction(event -> viewModel.showAll());
        Showing.showWhile(only, viewModel.criteria().requestIdProperty().isNotEmpty());
        HBox whose = new HBox(all, only);
        whose.setAlignment(Pos.CENTER_LEFT);
        return whose;
    }

    /** Tells how many lines wait while the tail is let go; a press goes to the newest. */
    private Node newLines() {
        Button button = new Button();
        button.setId("newLines");
        button.getStyleClass().addAll("pill", "new-lines");
        button.textProperty().bind(texts.bind("logs.new", viewModel.waitingCountProperty()));
        button.setOnAction(event -> viewModel.followingProperty().set(true));
        Showing.showWhile(button, viewModel.followingProperty().not());
        StackPane.setAlignment(button, Pos.BOTTOM_RIGHT);
        return button;
    }
}
