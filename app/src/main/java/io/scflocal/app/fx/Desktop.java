package io.scflocal.app.fx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What of the user's desktop a window needs. JavaFX thread only; a question returns when the user has answered. */
public interface Desktop {

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Asks where to save a file, {@code suggestedName} being offered; empty when the user thinks better of it. */
    Optional<Path> save(String title, String suggestedName);

    /** Asks for a file to be read; empty when the user thinks better of it. */
    Optional<Path> open(String title);

    /**
     * Asks for a directory; empty when the user thinks better of it.
     *
     * @param startIn where the question begins, if that exists
     */
    Optional<Path> directory(String title, Optional<Path> startIn);

    /** Shows a directory in the system's file manager. */
    void show(Path directory);

    /** The same desktop, its questions standing in front of another window. */
    Desktop inFrontOf(Window owner);

    /**
     * The desktop of the system, its questions standing in front of {@code owner}.
     *
     * @param documents shows documents in the programs that the user has chosen for them
     */
    static Desktop ofSystem(Window owner, HostServices documents) {
        return new Desktop() {
            @Override
            public void copy(String text) {
                TextClipboard.put(text);
            }

            @Override
            public Optional<Path> save(String title, String suggestedName) {
                FileChooser chooser = chooser(title);
                chooser.setInitialFileName(suggestedName);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> open(String title) {
                return Optional.ofNullable(chooser(title).showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> directory(String title, Optional<Path> startIn) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(title);
                startIn.filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }

            @Override
            public void show(Path directory) {
                documents.showDocument(directory.toUri().toString());
            }

            @Override
            public Desktop inFrontOf(Window other) {
                return ofSystem(other, documents);
            }

            private FileChooser chooser(String title) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                return chooser;
            }
        };
    }
}
