package io.scflocal.core.watch;

import io.scflocal.core.time.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Changes that belong together, as an editor's way to save or a checkout makes them: the burst is over after a silence, and at the latest
 * after {@link #LONGEST}, so that a file that is always being written does not keep everything else from being told. Confined to one
 * thread.
 */
final class Burst {
    /** How long nothing may change before the burst is over. */
    static final Duration SILENCE = Duration.ofMillis(300);
    /** How long a burst may last. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final Ticker ticker;
    /** What has changed, and whether it first came into being. */
    private final Map<Path, Boolean> changed = new TreeMap<>();

    private long firstNanos;
    private long lastNanos;

    Burst(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * One more change.
     *
     * @param created whether the path came into being
     */
    void add(Path path, boolean created) {
        lastNanos = ticker.nanos();
        if (changed.isEmpty()) {
            firstNanos = lastNanos;
        }
        changed.putIfAbsent(path, created);
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    /** Nanoseconds until it is over; 0 or less if it is. */
    long leftNanos() {
        long now = ticker.nanos();
        return Math.min(SILENCE.toNanos() - (now - lastNanos), LONGEST.toNanos() - (now - firstNanos));
    }

    /**
     * What has changed, in the order of the names; the next burst begins empty.
     *
     * @param exists whether a path exists now; what came and went in one burst was a temporary file
     */
    Set<Path> take(Predicate<Path> exists) {
        Set<Path> taken = new TreeSet<>();
        changed.forEach((path, created) -> {
            if (!created || exists.test(path)) {
                taken.add(path);
            }
        });
        changed.clear();
        return taken;
    }
}
