package io.scflocal.app.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * Runs things on the JavaFX thread, later. For what happens seldom; what happens often is pulled by the {@link Pulse}.
 *
 * <p>Thread-safe.
 */
public final class FxScreen implements Executor {

    @Override
    public void execute(Runnable command) {
        Platform.runLater(command);
    }

    /** Closes all windows and ends the toolkit; the application's {@code stop} is called then. */
    public void exit() {
        Platform.exit();
    }
}
