package io.scflocal.app.detail;

import io.scflocal.app.decode.Format;
import io.scflocal.app.decode.Outline;
import io.scflocal.app.fx.Desktop;
import io.scflocal.app.lines.LineArea;
import io.scflocal.app.lines.Run;
import io.scflocal.app.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A tree of values, with the path of the selected one; paths and values can be copied and filtered by. */
final class TreePane extends VBox {
    private static final int COPIED_CHARS = 16 << 20;

    private final Texts texts;
    private final Desktop desktop;
    private final DetailLinks links;
    private final LineArea lines = new LineArea(false);
    private final TextField path = new TextField();
    private Optional<OutlineTree> shown = Optional.empty();
    private boolean filterable;

    TreePane(Texts texts, Desktop desktop, DetailLinks links) {
        this.texts = texts;
        this.desktop = desktop;
        this.links = links;
        getStyleClass().add("tree-pane");
        lines.setId("detail-tree");
        lines.onPress(this::pressed);
        lines.selectedProperty().addListener(property -> showPath());
        lines.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        lines.setOnContextMenuRequested(event -> {
            menu().show(lines, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        setVgrow(lines, Priority.ALWAYS);
        path.setId("detail-path");
        path.setEditable(false);
        path.getStyleClass().addAll("mono", "path-box");
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox pathBar = new HBox(path);
        pathBar.visibleProperty().bind(path.textProperty().isNotEmpty());
        pathBar.managedProperty().bind(pathBar.visibleProperty());
        getChildren().addAll(lines, pathBar);
    }

    /** Shows a tree; {@code format} is what it was read from. */
    void show(OutlineTree tree, List<Format> formats) {
        if (shown.filter(before -> before == tree).isPresent()) {
            return;
        }
        shown = Optional.of(tree);
        filterable = formats.equals(List.of(Format.JSON));
        lines.show(tree);
        path.clear();
    }

    private boolean pressed(int row, Optional<Run> run, int clicks) {
        boolean onTwisty = run.filter(piece -> piece.kind() == Run.Kind.TWISTY).isPresent();
        if (shown.isEmpty() || !shown.get().canOpen(row) || !onTwisty && clicks < 2) {
            return false;
        }
        open(row, !shown.get().isOpen(row));
        return onTwisty;
    }

    private void open(int row, boolean on) {
        shown.ifPresent(tree -> {
            tree.open(row, on);
            lines.replace(tree);
        });
    }

    private void keyPressed(KeyEvent event) {
        int row = lines.selectedProperty().get();
        if (row < 0 || shown.isEmpty()) {
            return;
        }
        OutlineTree tree = shown.get();
        switch (event.getCode()) {
            case RIGHT -> {
                if (tree.canOpen(row) && tree.isOpen(row)) {
                    lines.reveal(row + 1);
                } else {
                    open(row, true);
                }
            }
            case LEFT -> {
                if (tree.canOpen(row) && tree.isOpen(row)) {
                    open(row, false);
                } else if (row > 0) {
                    lines.reveal(tree.row(tree.outline().parent(tree.node(row))));
                }
            }
            case MULTIPLY -> openAll(true);
            case C -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                copyValue();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void openAll(boolean on) {
        int row = Math.max(0, lines.selectedProperty().get());
        shown.ifPresent(tree -> {
            tree.openAll(row, on);
            lines.replace(tree);
        });
    }

    private Optional<Integer> node() {
        int row = lines.selectedProperty().get();
        return shown.filter(tree -> row >= 0 && row < tree.size()).map(tree -> tree.node(row));
    }

    private void showPath() {
        path.setText(node().map(node -> OutlinePath.of(outline(), node).text()).orElse(""));
    }

    private Outline outline() {
        return shown.orElseThrow().outline();
    }

    private void copyValue() {
        node().ifPresent(node -> desktop.copy(OutlineText.of(outline(), node, COPIED_CHARS)));
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        node().ifPresent(node -> {
            Optional<String> term = filterable ? OutlinePath.term(outline(), node) : Optional.empty();
            term.ifPresent(expression -> menu.getItems()
                    .addAll(
                            item(texts.get("detail.tree.filter", expression), () -> links.filter(expression)),
                            new SeparatorMenuItem()));
            menu.getItems()
                    .addAll(
                            item(texts.get("detail.tree.copyValue"), this::copyValue),
                            item(texts.get("detail.tree.copyPath"), () -> desktop.copy(path.getText())),
                            new SeparatorMenuItem());
        });
        menu.getItems()
                .addAll(
                        item(texts.get("detail.tree.openAll"), () -> openAll(true)),
                        item(texts.get("detail.tree.closeAll"), () -> openAll(false)));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        // An underscore in a term is no mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
