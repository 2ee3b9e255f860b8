package io.scflocal.app;

import io.scflocal.app.cli.CommandLineInterface;
import io.scflocal.app.cli.Terminal;

/** Starts the window or a headless command, according to the arguments. Knows no JavaFX, so that a headless start is quick. */
public final class Main {
    private Main() {}

    /** Ends the process with the exit status that the arguments lead to. */
    public static void main(String[] args) throws InterruptedException {
        LibraryLog.setUp();
        WindowLauncher window = (folder, language) -> {
            throw new WindowUnavailableException(WindowUnavailableException.Reason.NO_DISPLAY);
        };
        System.exit(new CommandLineInterface(window, Terminal.ofProcess()).execute(args));
    }
}
