package io.scflocal.app;

import io.scflocal.app.text.Language;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the window; the seam between the command line, which knows no JavaFX, and the window. */
@FunctionalInterface
public interface WindowLauncher {

    /**
     * Opens the window and returns when the user has closed it. Called once, on the main thread.
     *
     * @param folder a function's folder that is opened at once; empty for the start page
     * @param language language of the texts to begin with
     * @throws WindowUnavailableException if this machine can't show a window; nothing was started then
     */
    void open(Optional<Path> folder, Language language) throws WindowUnavailableException;
}
