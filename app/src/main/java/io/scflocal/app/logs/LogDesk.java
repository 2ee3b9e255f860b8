package io.scflocal.app.logs;

import io.scflocal.core.invocation.LogLine;
import java.nio.file.Path;
import java.util.Optional;

/** What of the rest of the window the log needs. Called on the JavaFX thread. */
public interface LogDesk {

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Asks where to save a file, {@code suggestedName} being offered; empty when the user thinks better of it. */
    Optional<Path> chooseFile(String suggestedName);

    /** Shows the frame that passed nearest to the moment at which a line was logged. */
    void showFrameNear(LogLine line);
}
