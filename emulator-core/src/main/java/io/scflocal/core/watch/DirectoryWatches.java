package io.scflocal.core.watch;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The system's own watches: one for each directory of a folder that counts, see {@link WatchRules}. They follow directories that come, go
 * and come back, the folder itself included.
 *
 * <p>For one thread at a time, which is the one that its listener is called on; {@link #close} is for any thread.
 */
final class DirectoryWatches implements AutoCloseable {
    /** How many directories are watched; each takes one of the watches that the system lets a user have. */
    static final int MOST = 5_000;

    private static final System.Logger LOG = System.getLogger(DirectoryWatches.class.getName());

    private final Path folder;
    private final Listener listener;
    private final WatchService service;
    private final Set<Path> watched = new HashSet<>();

    /** Told of what the system tells. */
    interface Listener {

        /** A path has changed or gone, or has come into being. */
        void changed(Path path, boolean created);

        /** The system lets no more be watched; what changes in other directories is not told. */
        void incomplete(IOException reason);

        /** There are more directories than {@link #MOST}; what changes in the others is not told. */
        void tooMany();
    }

    /**
     * Watches nothing yet.
     *
     * @throws IOException if the system lets nothing be watched
     */
    DirectoryWatches(Path folder, Listener listener) throws IOException {
        this.folder = folder;
        this.listener = listener;
        service = folder.getFileSystem().newWatchService();
    }

    /** Begins to watch; changes after this returns are told by {@link #await}. */
    void begin() {
        register(folder);
    }

    /**
     * Blocks until the system tells of a change, which the listener is told, or the time is over.
     *
     * @throws java.nio.file.ClosedWatchServiceException if this is closed, also meanwhile
     */
    void await(long nanos) throws InterruptedException {
        WatchKey key = service.poll(nanos, TimeUnit.NANOSECONDS);
        if (key != null) {
            take(key);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The watch of a folder can't be ended", e);
        }
    }

    private void register(Path top) {
        try {
            Files.walkFileTree(top, new SourceVisitor(folder) {
                @Override
                FileVisitResult enter(Path directory) throws IOException {
                    return watchOneMore(directory);
                }
            });
        } catch (IOException e) {
            listener.incomplete(e);
        }
    }

    private FileVisitResult watchOneMore(Path directory) throws IOException {
        if (watched.size() >= MOST) {
            listener.tooMany();
            return FileVisitResult.TERMINATE;
        }
        try {
            watch(directory);
            watched.add(directory);
            return FileVisitResult.CONTINUE;
        } catch (NoSuchFileException | NotDirectoryException e) {
            LOG.log(Level.DEBUG, "A directory went before it was watched", e);
            return FileVisitResult.SKIP_SUBTREE;
        }
    }

    private void watch(Path directory) throws IOException {
        directory.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_DELETE,
                StandardWatchEventKinds.ENTRY_MODIFY);
    }

    private void take(WatchKey key) {
        Path directory = (Path) key.watchable();
        boolean parentOfFolder = !directory.startsWith(folder);
        for (WatchEvent<?> event : key.pollEvents()) {
            Path path = event.context() instanceof Path name ? directory.resolve(name) : directory;
            if (!parentOfFolder || path.equals(folder)) {
                take(event, path);
            }
        }
        if (parentOfFolder && Files.isDirectory(folder)) {
            key.cancel();
        } else if (!key.reset()) {
            gone(directory);
        }
    }

    private void take(WatchEvent<?> event, Path path) {
        boolean isDirectory = Files.isDirectory(path);
        boolean created = event.kind() == StandardWatchEventKinds.ENTRY_CREATE;
        boolean overflow = event.kind() == StandardWatchEventKinds.OVERFLOW;
        // A directory is modified when its attributes are, which is no news; what is in it tells for itself.
        if (!path.equals(folder) && WatchRules.ignores(path) || isDirectory && !created && !overflow) {
            return;
        }
        listener.changed(path, created);
        if (isDirectory) {
            register(path);
        }
    }

    /** A directory is no longer there; if it was the folder itself, its coming back is waited for. */
    private void gone(Path directory) {
        watched.remove(directory);
        if (!directory.equals(folder) || folder.getParent() == null) {
            return;
        }
        try {
            watch(folder.getParent());
        } catch (IOException e) {
            listener.incomplete(e);
            return;
        }
        if (Files.isDirectory(folder)) {
            // It came back before its parent was watched.
            listener.changed(folder, true);
            register(folder);
        }
    }
}
