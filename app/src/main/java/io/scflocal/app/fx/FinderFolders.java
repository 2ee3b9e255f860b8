package io.scflocal.app.fx;

import com.sun.glass.ui.Application;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folders that the Finder of macOS opens with this program. It starts no second one but tells the one that runs, which JavaFX hears
 * and has no public way to pass on; the installed application exports the package that is used here to it.
 */
public final class FinderFolders extends Application.EventHandler {
    private final Application.EventHandler toolkit;
    private final Consumer<Path> open;

    private FinderFolders(Application.EventHandler toolkit, Consumer<Path> open) {
        this.toolkit = toolkit;
        this.open = open;
    }

    /**
     * Gives {@code open} every folder from now on, and the one that has started the program. JavaFX thread only, on which {@code open}
     * is called too.
     */
    public static void listen(Consumer<Path> open) {
        Application application = Application.GetApplication();
        application.setEventHandler(new FinderFolders(application.getEventHandler(), open));
    }

    @Override
    public void handleOpenFilesAction(Application application, long time, String[] files) {
        Stream.of(files).map(Path::of).filter(Files::isDirectory).findFirst().ifPresent(open);
    }

    // The two events that JavaFX itself answers.

    @Override
    public void handleQuitAction(Application application, long time) {
        toolkit.handleQuitAction(application, time);
    }

    @Override
    public boolean handleThemeChanged(String name) {
        return toolkit.handleThemeChanged(name);
    }
}
