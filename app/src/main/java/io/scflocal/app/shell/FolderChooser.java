package io.scflocal.app.shell;

import io.scflocal.app.fx.Desktop;
import io.scflocal.app.settings.KnownFolder;
import io.scflocal.app.settings.KnownFolders;
import io.scflocal.app.text.Texts;
import io.scflocal.core.function.FunctionFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a function's folder with the system's own dialogue. */
public final class FolderChooser {
    private final Desktop desktop;
    private final Texts texts;
    private final KnownFolders folders;

    /** Begins the question where the last folder was. */
    public FolderChooser(Desktop desktop, Texts texts, KnownFolders folders) {
        this.desktop = desktop;
        this.texts = texts;
        this.folders = folders;
    }

    /** The folder that the user has chosen; empty if none. Returns when the dialogue is closed. */
    public Optional<Path> choose() {
        Optional<Path> last = folders.newestFirst().stream()
                .map(KnownFolder::path)
                .map(Path::getParent)
                .filter(parent -> parent != null && Files.isDirectory(parent))
                .findFirst();
        return desktop.directory(texts.get("shell.choose"), last).map(FolderChooser::meant);
    }

    /**
     * Of a path that was typed, GTK's dialogue gives the first folder in it, such as {@code node_modules}. A folder of a function's that is
     * none itself stands for the function.
     */
    private static Path meant(Path chosen) {
        Path above = chosen.getParent();
        boolean within = above != null
                && Files.exists(new FunctionFolder(above).startFile())
                && !Files.exists(new FunctionFolder(chosen).startFile());
        return within ? above : chosen;
    }
}
