package io.scflocal.app;

import io.scflocal.app.cli.CommandLineInterface;
import io.scflocal.app.cli.Terminal;
import io.scflocal.app.text.Language;
import java.nio.file.Path;
import java.util.Optional;

/** Starts the window or a headless command, according to the arguments. Knows no JavaFX, so that a headless start is quick. */
public final class Main {
    private Main() {}

    /** Ends the process with the exit status that the arguments lead to. */
    public static void main(String[] args) throws InterruptedException {
        LibraryLog.setUp();
        System.exit(new CommandLineInterface(Main::open, Terminal.ofProcess()).execute(args));
    }

    private static void open(Optional<Path> folder, Language language) throws WindowUnavailableException {
        Optional<WindowUnavailableException.Reason> problem = Display.ofSystem().problem();
        if (problem.isPresent()) {
            throw new WindowUnavailableException(problem.get());
        }
        EmulatorApp.launchWindow(folder, language);
    }
}
