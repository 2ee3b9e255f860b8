package io.scflocal.core.watch;

import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the files of a folder again and again, for where the system does not tell of all changes.
 *
 * <p>For one thread at a time.
 */
final class FolderLooks {
    private static final System.Logger LOG = System.getLogger(FolderLooks.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Path folder;
    private final Ticker ticker;
    private @Nullable FolderLook last;
    private long lastNanos;

    /** Does not look yet. */
    FolderLooks(Path folder, Ticker ticker) {
        this.folder = folder;
        this.ticker = ticker;
    }

    /** Looks from now on; what changes after this returns is found. May be called again, and does nothing then. */
    void begin() {
        if (last == null) {
            last = look();
        }
    }

    /** Nanoseconds until the next look is due; {@link Long#MAX_VALUE} if it does not look. */
    long leftNanos() {
        return last == null ? Long.MAX_VALUE : PERIOD.toNanos() - (ticker.nanos() - lastNanos);
    }

    /** Looks if it is time, and gives what is other than at the look before, relative to the folder. */
    Set<Path> changes() {
        FolderLook before = last;
        if (before == null || leftNanos() > 0) {
            return Set.of();
        }
        FolderLook now = look();
        if (now == null) {
            return Set.of();
        }
        last = now;
        return now.changesSince(before);
    }

    private @Nullable FolderLook look() {
        try {
            return FolderLook.at(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The files of the function can't be looked through", e);
            return null;
        } finally {
            lastNanos = ticker.nanos();
        }
    }
}
