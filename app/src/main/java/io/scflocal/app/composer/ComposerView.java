package io.scflocal.app.composer;

import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.Showing;
import io.scflocal.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The composer: client, message, where it goes, kept messages.
 *
 * <p>JavaFX thread only.
 */
public final class ComposerView {
    private static final KeyCombination SEND = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    /** Three bars and a line of the message. */
    private static final double MIN_HEIGHT = 172;
    /** In a narrower composer what it says has a line of its own. */
    private static final double NARROW = 680;

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ComposerViewModel model;
    private final Texts texts;
    private final Desktop desktop;
    private final HBox root = new HBox();
    private final TextArea box = new TextArea();
    private final Label report = new Label();
    private final HBox sendBar = new HBox();

    /** Shows what {@code model} holds. */
    public ComposerView(ComposerViewModel model, Texts texts, Desktop desktop) {
        this.model = model;
        this.desktop = desktop;
        this.texts = texts;
        root.getStyleClass().add("composer");
        root.setMinHeight(MIN_HEIGHT);
        root.getStylesheets()
                .add(Objects.requireNonNull(ComposerView.class.getResource("composer.css"))
                        .toExternalForm());
        VBox.setVgrow(messageBox(), Priority.ALWAYS);
        fillSendBar();
        VBox left = new VBox(new ClientBar(model, texts).root(), kindBar(), box, sendBar);
        left.getStyleClass().add("composer-left");
        left.setMinWidth(0);
        // However long what it says is: it takes the room that the others leave.
        left.setPrefWidth(0);
        left.widthProperty().addListener((property, before, now) -> arrange(left, now.doubleValue() < NARROW));
        HBox.setHgrow(left, Priority.ALWAYS);
        root.getChildren().addAll(left, new SavedList(model, texts).root());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SEND.match(event)) {
                model.send();
                event.consume();
            }
        });
    }

    private void arrange(VBox left, boolean narrow) {
        Pane wanted = narrow ? left : sendBar;
        if (report.getParent() != wanted) {
            left.getChildren().remove(report);
            sendBar.getChildren().remove(report);
            wanted.getChildren().add(narrow ? left.getChildren().indexOf(sendBar) : 0, report);
        }
    }

    /** What goes into the window. */
    public Region root() {
        return root;
    }

    /** Puts the caret into the message. */
    public void requestFocus() {
        box.requestFocus();
    }

    private TextArea messageBox() {
        box.setId("composer-text");
        box.getStyleClass().add("mono");
        box.setMinHeight(34);
        box.setWrapText(true);
        box.textProperty().bindBidirectional(model.textProperty());
        box.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "composer.prompt." + model.kindProperty().get().id()),
                        model.kindProperty(),
                        texts.languageProperty()));
        box.setOnDragOver(event -> {
            if (event.getDragboard().getFiles().stream().anyMatch(File::isFile)) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        box.setOnDragDropped(this::dropped);
        return box;
    }

    private void dropped(DragEvent event) {
        event.getDragboard().getFiles().stream()
                .filter(File::isFile)
                .findFirst()
                .ifPresent(file -> {
                    choose(file.toPath());
                    event.setDropCompleted(true);
                    event.consume();
                });
    }

    private void choose(Path file) {
        model.kindProperty().set(MessageKind.FILE);
        model.textProperty().set(file.toString());
    }

    private HBox kindBar() {
        HBox kinds = new HBox();
        kinds.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (MessageKind kind : MessageKind.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("composer-kind-" + kind.id());
            button.textProperty().bind(texts.bind("composer.kind." + kind.id()));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> model.kindProperty().set(kind));
            model.kindProperty().subscribe(now -> button.setSelected(now == kind));
            kinds.getChildren().add(button);
        }
        Button choose = new Button();
        choose.textProperty().bind(texts.bind("composer.choose-file"));
        choose.setOnAction(
                event -> desktop.open(texts.get("composer.choose-file")).ifPresent(this::choose));
        Showing.showWhile(choose, model.kindProperty().isEqualTo(MessageKind.FILE));
        HBox bar = new HBox(kinds, choose);
        bar.getStyleClass().add("composer-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void fillSendBar() {
        report.setId("composer-report");
        report.setMinWidth(0);
        report.setMinHeight(Region.USE_PREF_SIZE);
        report.setWrapText(true);
        report.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(report, Priority.ALWAYS);
        report.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.reportProperty().get().map(this::words).orElseGet(() -> texts.get("composer.hint")),
                        model.reportProperty(),
                        texts.languageProperty()));
        report.getStyleClass().addAll("small", "composer-report");
        model.reportProperty()
                .subscribe(now -> report.pseudoClassStateChanged(
                        WRONG, now.filter(told -> !told.good()).isPresent()));
        Button send = new Button();
        send.setId("composer-send");
        send.getStyleClass().add("accent");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.textProperty().bind(texts.bind("composer.send"));
        send.setOnAction(event -> model.send());
        sendBar.getChildren().addAll(report, targets(), send);
        sendBar.getStyleClass().add("composer-bar");
        sendBar.setAlignment(Pos.CENTER_RIGHT);
    }

    private String words(Report report) {
        return texts.get(report.textKey(), report.arguments().toArray());
    }

    private String whose() {
        int connection = model.openConnectionProperty().get();
        return connection == 0 ? "" : "#" + connection;
    }

    private HBox targets() {
        ToggleGroup group = new ToggleGroup();
        HBox targets = new HBox();
        targets.getStyleClass().add("segments");
        targets.setAlignment(Pos.CENTER_LEFT);
        for (Target target : Target.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("composer-target-" + target.ordinal());
            button.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> texts.get("composer.target." + target.ordinal(), whose())
                                    .strip(),
                            model.openConnectionProperty(),
                            texts.languageProperty()));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> model.targetProperty().set(target));
            if (target != Target.CLIENT) {
                button.disableProperty().bind(model.openConnectionProperty().isEqualTo(0));
            }
            model.targetProperty().subscribe(now -> button.setSelected(now == target));
            targets.getChildren().add(button);
        }
        return targets;
    }
}
