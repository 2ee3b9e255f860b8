package io.scflocal.core.watch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when files in a folder have changed: once for a {@link Burst} of changes. Libraries, what tools keep for themselves and what
 * editors write for a moment do not count, see {@link WatchRules}. Directories that come, go and come back are followed, the folder
 * itself included.
 */
public final class FolderWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FolderWatch.class.getName());
    private static final int MAX_DIRECTORIES = 5_000;

    private final Path folder;
    private final WatchService service;
    private final Listener listener;
    private final Burst burst;
    private final Set<Path> watched = new HashSet<>();
    private boolean told;

    /** Told of what happens, on a thread of the watch's own; may block, while changes are collected. */
    @FunctionalInterface
    public interface Listener {

        /** Files have changed, come or gone: their paths relative to the folder, never none; the empty path is the folder itself. */
        void changed(Set<Path> paths);

        /**
         * Not every directory can be watched, so that changes may go unnoticed. Told once, perhaps before {@link FolderWatch#start} returns.
         *
         * @param reason what the system said
         */
        default void incomplete(String reason) {}

        /** As {@link #incomplete}, because there are more directories than are watched. */
        default void tooManyDirectories(int watched) {}
    }

    private FolderWatch(Path folder, WatchService service, Listener listener, Ticker ticker) {
        this.folder = folder;
        this.service = service;
        this.listener = listener;
        burst = new Burst(ticker);
    }

    /**
     * Begins to watch; changes after this returns are noticed.
     *
     * @throws IOException if the folder can't be watched
     */
    public static FolderWatch start(FunctionFolder folder, Ticker ticker, Listener listener) throws IOException {
        Path root = folder.path();
        FolderWatch watch = new FolderWatch(root, root.getFileSystem().newWatchService(), listener, ticker);
        try {
            watch.register(root);
        } catch (IOException e) {
            watch.close();
            throw e;
        }
        Thread thread = new Thread(watch::run, "folder watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** Ends the watch; the listener may still be running. */
    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The watch of a folder can't be ended", e);
        }
    }

    private void register(Path top) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (!directory.equals(folder) && WatchRules.ignoresDirectory(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return watchOneMore(directory);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException error) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private FileVisitResult watchOneMore(Path directory) throws IOException {
        if (watched.size() >= MAX_DIRECTORIES) {
            tellOnce(() -> listener.tooManyDirectories(MAX_DIRECTORIES));
            return FileVisitResult.TERMINATE;
        }
        try {
            watch(directory);
            watched.add(directory);
            return FileVisitResult.CONTINUE;
        } catch (NoSuchFileException | NotDirectoryException e) {
            LOG.log(Level.DEBUG, "A directory went before it was watched", e);
            return FileVisitResult.SKIP_SUBTREE;
        } catch (IOException e) {
            if (directory.equals(folder)) {
                throw e;
            }
            incomplete(e);
            return FileVisitResult.TERMINATE;
        }
    }

    private void watch(Path directory) throws IOException {
        directory.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_DELETE,
                StandardWatchEventKinds.ENTRY_MODIFY);
    }

    private void incomplete(IOException reason) {
        tellOnce(() -> listener.incomplete(String.valueOf(reason.getMessage())));
    }

    private void tellOnce(Runnable telling) {
        if (!told) {
            told = true;
            telling.run();
        }
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = burst.isEmpty()
                        ? service.take()
                        : service.poll(Math.max(1, burst.leftNanos()), TimeUnit.NANOSECONDS);
                if (key != null) {
                    take(key);
                }
                if (!burst.isEmpty() && burst.leftNanos() <= 0) {
                    tell(burst.take(path -> Files.exists(folder.resolve(path))));
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.log(Level.DEBUG, "The watch has ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Set<Path> changed) {
        if (!changed.isEmpty()) {
            listener.changed(changed);
        }
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
        burst.add(folder.relativize(path), created);
        if (isDirectory) {
            try {
                register(path);
            } catch (IOException e) {
                incomplete(e);
            }
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
            if (Files.isDirectory(folder)) {
                // It came back before its parent was watched.
                burst.add(Path.of(""), true);
                register(folder);
            }
        } catch (IOException e) {
            incomplete(e);
        }
    }
}
