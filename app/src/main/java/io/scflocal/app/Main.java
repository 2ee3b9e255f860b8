package io.scflocal.app;

import io.scflocal.app.cli.CommandLineInterface;
import io.scflocal.app.cli.Terminal;
import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.start.Sample;
import io.scflocal.app.start.Samples;
import io.scflocal.app.text.Language;
import io.scflocal.app.windows.FolderWindows;
import java.nio.file.Path;
import java.util.Optional;

/** Starts the window or a headless command, according to the arguments. Knows no JavaFX, so that a headless start is quick. */
public final class Main {
    private static final String DEFAULT_SAMPLE = "ws_java";

    private Main() {}

    /** Ends the process with the exit status that the arguments lead to. */
    public static void main(String[] args) throws InterruptedException {
        LibraryLog.setUp();
        System.exit(new CommandLineInterface(Main::openWindow, Main::sample, Terminal.ofProcess()).execute(args));
    }

    private static void openWindow(Optional<Path> folder, Language language) throws WindowUnavailableException {
        Optional<WindowUnavailableException.Reason> problem = Display.ofSystem().problem();
        if (problem.isPresent()) {
            throw new WindowUnavailableException(problem.get());
        }
        if (folder.isPresent() && new FolderWindows(UserDirectories.ofSystem().runtime()).show(folder.get())) {
            return;
        }
        EmulatorApp.launchWindow(folder, language);
    }

    private static Path sample() {
        return Samples.find(UserDirectories.ofSystem().data()).stream()
                .filter(sample -> sample.name().equals(DEFAULT_SAMPLE))
                .map(Sample::path)
                .findFirst()
                .orElse(Path.of("samples", DEFAULT_SAMPLE));
    }
}
