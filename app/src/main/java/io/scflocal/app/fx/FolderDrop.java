package io.scflocal.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes folders that are dropped; while one is held over the node, that has the pseudo-class {@code drop}. */
public final class FolderDrop {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private FolderDrop() {}

    /** From now on a folder that is dropped on {@code node}, or on what is in it, is given to {@code opener}. */
    public static void onto(Node node, Consumer<Path> opener) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            boolean takes = folder(event).isPresent();
            node.pseudoClassStateChanged(DROP, takes);
            if (takes) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED_TARGET, event -> node.pseudoClassStateChanged(DROP, false));
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            node.pseudoClassStateChanged(DROP, false);
            folder(event).ifPresent(path -> {
                opener.accept(path);
                event.setDropCompleted(true);
                event.consume();
            });
        });
    }

    private static Optional<Path> folder(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(File::isDirectory)
                .findFirst()
                .map(File::toPath);
    }
}
