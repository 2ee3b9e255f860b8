package io.scflocal.app.captures;

import io.scflocal.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user for files. Returns when the user has answered; empty when there is none. JavaFX thread only. */
public interface FileChoice {

    /** Where something is to be saved. */
    Optional<Path> save(String suggestedName);

    /** A file to be read. */
    Optional<Path> open();

    /** A directory; {@code titleKey} is the key of what it is for. */
    Optional<Path> directory(String titleKey);

    /** Asks with the system's own dialogues in front of {@code owner}. */
    static FileChoice inFrontOf(Window owner, Texts texts) {
        return new FileChoice() {
            @Override
            public Optional<Path> save(String suggestedName) {
                FileChooser chooser = chooser("captures.save");
                chooser.setInitialFileName(suggestedName);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> open() {
                return Optional.ofNullable(chooser("captures.import").showOpenDialog(owner))
                        .map(File::toPath);
            }

            @Override
            public Optional<Path> directory(String titleKey) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(texts.get(titleKey));
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }

            private FileChooser chooser(String titleKey) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(texts.get(titleKey));
                return chooser;
            }
        };
    }
}
