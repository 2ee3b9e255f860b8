package io.scflocal.core.watch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when files in a folder have changed: once for a {@link Burst} of changes. Libraries, what tools keep for themselves and what
 * editors write for a moment do not count, see {@link WatchRules}. Directories that come, go and come back are followed, the folder
 * itself included. Where the system lets no more be watched, the files are looked through every two seconds.
 */
public final class FolderWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FolderWatch.class.getName());
    private static final int MAX_DIRECTORIES = 5_000;

    /** Between two looks at the files where the system does not tell of all changes. */
    private static final Duration LOOK_PERIOD = Duration.ofSeconds(2);

    private final Path folder;
    private final Ticker ticker;
    private final Listener listener;
    private final Burst burst;
    private final Set<Path> watched = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable WatchService service;
    private @Nullable FolderLook looked;
    private long lookedNanos;
    private boolean told;

    /** Told of what happens, on a thread of the watch's own; may block, while changes are collected. */
    @FunctionalInterface
    public interface Listener {

        /** Files have changed, come or gone: their paths relative to the folder, never none; the empty path is the folder itself. */
        void changed(Set<Path> paths);

        /**
         * The system does not tell of all changes, so that the files are looked through again and again, and changes are noticed some
         * seconds later. Told once, perhaps before {@link FolderWatch#start} returns.
         *
         * @param reason what the system said
         */
        default void incomplete(String reason) {}

        /** There are more directories than are watched; changes in the others go unnoticed. Told instead of {@link #incomplete}. */
        default void tooManyDirectories(int watched) {}
    }

    private FolderWatch(Path folder, Listener listener, Ticker ticker) {
        this.folder = folder;
        this.listener = listener;
        this.ticker = ticker;
        burst = new Burst(ticker);
    }

    /** Begins to watch; changes after this returns are noticed. */
    public static FolderWatch start(FunctionFolder folder, Ticker ticker, Listener listener) {
        return start(folder, ticker, listener, HostSystem.current());
    }

    /** As on another system. On macOS Java itself looks through the files, but every ten seconds only. */
    static FolderWatch start(FunctionFolder folder, Ticker ticker, Listener listener, HostSystem system) {
        FolderWatch watch = new FolderWatch(folder.path(), listener, ticker);
        if (system == HostSystem.MAC) {
            watch.beginLooking();
        } else {
            watch.beginWatching();
        }
        Thread thread = new Thread(watch::run, "folder watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void beginWatching() {
        try {
            service = folder.getFileSystem().newWatchService();
            register(folder);
        } catch (IOException e) {
            incomplete(e);
        }
    }

    /** Ends the watch; the listener may still be running. */
    @Override
    public void close() {
        closed.countDown();
        WatchService open = service;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The watch of a folder can't be ended", e);
            }
        }
    }

    private void register(Path top) throws IOException {
        Files.walkFileTree(top, new SourceVisitor(folder) {
            @Override
            FileVisitResult enter(Path directory) throws IOException {
                return watchOneMore(directory);
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
                Objects.requireNonNull(service),
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_DELETE,
                StandardWatchEventKinds.ENTRY_MODIFY);
    }

    private void incomplete(IOException reason) {
        beginLooking();
        tellOnce(() -> listener.incomplete(String.valueOf(reason.getMessage())));
    }

    private void beginLooking() {
        try {
            looked = looked == null ? FolderLook.at(folder) : looked;
            lookedNanos = ticker.nanos();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The files of the function can't be looked through", e);
        }
    }

    private void tellOnce(Runnable telling) {
        if (!told) {
            told = true;
            telling.run();
        }
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                WatchKey key = await();
                if (key != null) {
                    take(key);
                }
                lookThrough();
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

    /** Blocks until the system tells of a change, a burst is over, or it is time to look. */
    private @Nullable WatchKey await() throws InterruptedException {
        WatchService open = service;
        if (open != null && burst.isEmpty() && looked == null) {
            return open.take();
        }
        long look = looked == null ? Long.MAX_VALUE : LOOK_PERIOD.toNanos() - (ticker.nanos() - lookedNanos);
        long left = Math.max(1, burst.isEmpty() ? look : Math.min(look, burst.leftNanos()));
        if (open != null) {
            return open.poll(left, TimeUnit.NANOSECONDS);
        }
        closed.await(left, TimeUnit.NANOSECONDS);
        return null;
    }

    private void lookThrough() {
        FolderLook before = looked;
        if (before == null || ticker.nanos() - lookedNanos < LOOK_PERIOD.toNanos()) {
            return;
        }
        try {
            FolderLook now = FolderLook.at(folder);
            now.changesSince(before).forEach(path -> burst.add(path, false));
            looked = now;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The files of the function can't be looked through", e);
        }
        lookedNanos = ticker.nanos();
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
