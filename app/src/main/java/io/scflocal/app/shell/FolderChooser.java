package io.scflocal.app.shell;

import io.scflocal.app.settings.KnownFolder;
import io.scflocal.app.settings.KnownFolders;
import io.scflocal.app.text.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks the user for a function's folder with the system's own dialogue. */
public final class FolderChooser {
    private final Window owner;
    private final Texts texts;
    private final KnownFolders folders;

    /** Asks in front of {@code owner}, and begins where the last folder was. */
    public FolderChooser(Window owner, Texts texts, KnownFolders folders) {
        this.owner = owner;
        this.texts = texts;
        this.folders = folders;
    }

    /** The folder that the user has chosen; empty if none. Returns when the dialogue is closed. */
    public Optional<Path> choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("shell.choose"));
        folders.newestFirst().stream()
                .map(KnownFolder::path)
                .map(Path::getParent)
                .filter(parent -> parent != null && Files.isDirectory(parent))
                .findFirst()
                .ifPresent(parent -> chooser.setInitialDirectory(parent.toFile()));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }
}
