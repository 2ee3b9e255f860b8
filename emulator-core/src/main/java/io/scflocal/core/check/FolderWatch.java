package io.scflocal.core.check;

import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells when something in a folder has changed: once for a burst of changes. Libraries and what tools keep for themselves do not count. */
public final class FolderWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FolderWatch.class.getName());
    private static final long QUIET_MILLIS = 300;
    private static final int MAX_DIRECTORIES = 2_000;

    private final WatchService service;
    private final Runnable changed;
    private int directories;

    private FolderWatch(WatchService service, Runnable changed) {
        this.service = service;
        this.changed = changed;
    }

    /**
     * Begins to watch.
     *
     * @param changed called on a thread of the watch's own, after a change and a short silence; may block
     * @throws IOException if the folder can't be watched
     */
    public static FolderWatch start(FunctionFolder folder, Runnable changed) throws IOException {
        FolderWatch watch = new FolderWatch(folder.path().getFileSystem().newWatchService(), changed);
        watch.register(folder.path());
        Thread thread = new Thread(watch::run, "folder watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** Ends the watch; {@code changed} may still be running. */
    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The watch of a folder can't be ended", e);
        }
    }

    private void register(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                boolean ignored = !directory.equals(root)
                        && FolderScan.isIgnored(directory.getFileName().toString());
                if (ignored || ++directories > MAX_DIRECTORIES) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                directory.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_DELETE,
                        StandardWatchEventKinds.ENTRY_MODIFY);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException error) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void run() {
        try {
            while (true) {
                take(service.take());
                for (WatchKey key = quiet(); key != null; key = quiet()) {
                    take(key);
                }
                changed.run();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.log(Level.DEBUG, "The watch has ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable WatchKey quiet() throws InterruptedException {
        return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void take(WatchKey key) {
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE
                    && event.context() instanceof Path name
                    && key.watchable() instanceof Path parent
                    && !FolderScan.isIgnored(name.toString())
                    && Files.isDirectory(parent.resolve(name))) {
                try {
                    register(parent.resolve(name));
                } catch (IOException e) {
                    LOG.log(Level.DEBUG, "A new directory can't be watched", e);
                }
            }
        }
        key.reset();
    }
}
