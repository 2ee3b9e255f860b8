package io.scflocal.core.watch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when files in a folder have changed: once for a {@link Burst} of changes. Libraries, what tools keep for themselves and what
 * editors write for a moment do not count, see {@link WatchRules}. Directories that come, go and come back are followed, the folder
 * itself included. Where the system lets no more be watched, the files are looked through every two seconds.
 *
 * <p>{@link #start} and {@link #close} are for any thread; everything else happens on a thread of the watch's own, once that runs.
 */
public final class FolderWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FolderWatch.class.getName());

    private final Path folder;
    private final Listener listener;
    private final Burst burst;
    private final FolderLooks looks;
    /** Null where the system is not asked, or lets nothing be watched. */
    private final @Nullable DirectoryWatches directories;

    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean toldOnce;

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

    private FolderWatch(Path folder, Listener listener, Ticker ticker, HostSystem system) {
        this.folder = folder;
        this.listener = listener;
        burst = new Burst(ticker);
        looks = new FolderLooks(folder, ticker);
        directories = system == HostSystem.MAC ? null : directories();
    }

    /** Begins to watch; changes after this returns are noticed. */
    public static FolderWatch start(FunctionFolder folder, Ticker ticker, Listener listener) {
        return start(folder, ticker, listener, HostSystem.current());
    }

    /** As on another system. On macOS Java itself looks through the files, but every ten seconds only. */
    static FolderWatch start(FunctionFolder folder, Ticker ticker, Listener listener, HostSystem system) {
        FolderWatch watch = new FolderWatch(folder.path(), listener, ticker, system);
        watch.begin();
        Thread thread = new Thread(watch::run, "folder watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private @Nullable DirectoryWatches directories() {
        try {
            return new DirectoryWatches(folder, new Told());
        } catch (IOException e) {
            incomplete(e);
            return null;
        }
    }

    private void begin() {
        if (directories == null) {
            looks.begin();
        } else {
            directories.begin();
        }
    }

    /** Ends the watch; the listener may still be running. */
    @Override
    public void close() {
        closed.countDown();
        if (directories != null) {
            directories.close();
        }
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                await();
                looks.changes().forEach(path -> burst.add(path, false));
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

    /** Blocks until the system has told of a change, a burst is over, or it is time to look. */
    private void await() throws InterruptedException {
        long look = looks.leftNanos();
        long left = Math.max(1, burst.isEmpty() ? look : Math.min(look, burst.leftNanos()));
        if (directories == null) {
            closed.await(left, TimeUnit.NANOSECONDS);
        } else {
            directories.await(left);
        }
    }

    private void tell(Set<Path> changed) {
        if (!changed.isEmpty()) {
            listener.changed(changed);
        }
    }

    private void incomplete(IOException reason) {
        looks.begin();
        tellOnce(() -> listener.incomplete(String.valueOf(reason.getMessage())));
    }

    private void tellOnce(Runnable telling) {
        if (!toldOnce) {
            toldOnce = true;
            telling.run();
        }
    }

    private final class Told implements DirectoryWatches.Listener {
        @Override
        public void changed(Path path, boolean created) {
            burst.add(folder.relativize(path), created);
        }

        @Override
        public void incomplete(IOException reason) {
            FolderWatch.this.incomplete(reason);
        }

        @Override
        public void tooMany() {
            tellOnce(() -> listener.tooManyDirectories(DirectoryWatches.MOST));
        }
    }
}
