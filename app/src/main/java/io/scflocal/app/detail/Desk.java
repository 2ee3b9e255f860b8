package io.scflocal.app.detail;

import java.nio.file.Path;
import java.util.Optional;

/** What of the user's desktop the detail needs. Called on the JavaFX thread. */
public interface Desk {

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Asks where to save a file, {@code suggestedName} being offered; empty when the user thinks better of it. */
    Optional<Path> chooseFile(String suggestedName);
}
