package io.scflocal.app.fx;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * The window's heart: once per screen frame it calls everything that was added, which then looks whether the emulator has something
 * new and paints it. Data is pulled here and never pushed, so a slow screen slows nothing but itself.
 *
 * <p>JavaFX thread only.
 */
public final class Pulse {
    private static final System.Logger LOG = System.getLogger(Pulse.class.getName());

    /** Something that is looked at regularly. */
    @FunctionalInterface
    public interface Beat {
        /**
         * Time to look. Called on the JavaFX thread; should take well below a millisecond when nothing is new.
         *
         * @param nanos monotonic time of the screen frame
         */
        void beat(long nanos);
    }

    private final List<Entry> entries = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            beat(now);
        }
    };

    /** Calls {@code beat} at most {@code timesPerSecond} times a second from now on; running the result ends that. */
    public Runnable add(int timesPerSecond, Beat beat) {
        return add(Duration.ofSeconds(1).dividedBy(timesPerSecond), beat);
    }

    /** Calls {@code beat} when this time has passed since the last call, again and again; running the result ends that. */
    public Runnable add(Duration interval, Beat beat) {
        Entry entry = new Entry(interval.toNanos(), beat);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Begins to beat. */
    public void start() {
        timer.start();
    }

    /** Stops beating. */
    public void stop() {
        timer.stop();
    }

    /** One beat at the given time; tests call it by hand. */
    public void beat(long nanos) {
        for (Entry entry : List.copyOf(entries)) {
            entry.beatIfDue(nanos);
        }
    }

    private static final class Entry {
        private final long interval;
        private final Beat beat;
        private long nextDue = Long.MIN_VALUE;

        Entry(long interval, Beat beat) {
            this.interval = interval;
            this.beat = beat;
        }

        void beatIfDue(long nanos) {
            // A frame comes a little early or late; half an interval of slack keeps 60 a second at 60.
            if (nextDue != Long.MIN_VALUE && nanos < nextDue - interval / 2) {
                return;
            }
            nextDue = nanos + interval;
            try {
                beat.beat(nanos);
            } catch (RuntimeException e) {
                // An exception that leaves an animation timer would stop the whole window.
                LOG.log(Level.ERROR, "A part of the window failed to refresh", e);
            }
        }
    }
}
