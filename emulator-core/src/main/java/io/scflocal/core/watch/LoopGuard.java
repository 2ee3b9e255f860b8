package io.scflocal.core.watch;

import io.scflocal.core.time.Ticker;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds files that change because something is done about their changes, such as a file that a function writes whenever it is started: the
 * same change again and again, each soon after the one before. Confined to one thread.
 */
public final class LoopGuard {
    /** How often the same change must come. */
    public static final int ROUNDS = 10;
    /** How soon it must come again; a person who saves a file again and again is hardly that regular. */
    public static final Duration SOON = Duration.ofSeconds(5);

    private final Ticker ticker;
    private final Set<String> looping = new HashSet<>();
    private Set<String> last = Set.of();
    private long lastNanos;
    private int rounds;

    /** Nothing is known yet. */
    public LoopGuard(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Whether what is done about a change of these files should not be done any more; true once for the same files, then they are known.
     */
    public boolean closesLoop(Set<String> files) {
        long now = ticker.nanos();
        boolean again = files.equals(last) && now - lastNanos < SOON.toNanos();
        rounds = again ? rounds + 1 : 1;
        last = Set.copyOf(files);
        lastNanos = now;
        return rounds >= ROUNDS && looping.addAll(files);
    }

    /** Whether the file was found to change in a loop. */
    public boolean isLooping(String file) {
        return looping.contains(file);
    }
}
