package io.scflocal.app.detail;

import io.scflocal.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;

/**
 * The clipboard and the file dialog of the system.
 *
 * @param owner a node in the window to which the dialog belongs
 * @param texts where the dialog's title comes from
 */
record WindowDesk(Node owner, Texts texts) implements Desk {

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("detail.save.title"));
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }
}
