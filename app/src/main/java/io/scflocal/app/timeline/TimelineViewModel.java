package io.scflocal.app.timeline;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.payload.FrameTimes;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.time.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Which span of time is shown, and the picture of it, which is taken anew in the background whenever something has changed.
 *
 * <p>JavaFX thread only, but needs no running toolkit.
 */
public final class TimelineViewModel {
    private static final long FIRST_SPAN = 60_000_000_000L;
    private static final int FIRST_COLUMNS = 400;

    private final Threads threads;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<Optional<Picture>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final MemorySamples memory = new MemorySamples();
    private Optional<Source> source = Optional.empty();
    private TimeSpan span;
    private int columns = FIRST_COLUMNS;
    private boolean visible;
    private boolean taking;
    private Fingerprint taken = Fingerprint.NONE;

    /** Where the pictures come from. */
    private record Source(CaptureReader capture, Invocations invocations, InvocationLog log, PictureTaker taker) {}

    /** Two pictures with the same one would be the same. */
    private record Fingerprint(TimeSpan span, int columns, long frames, long changes, long lines) {
        static final Fingerprint NONE = new Fingerprint(new TimeSpan(0, 1), 0, -1, -1, -1);
    }

    /** Shows nothing yet. */
    public TimelineViewModel(Threads threads, Ticker ticker) {
        this.threads = threads;
        this.ticker = ticker;
        span = new TimeSpan(ticker.epochNanos() - FIRST_SPAN, ticker.epochNanos());
    }

    /** From now on shows these. */
    public void show(CaptureReader capture, Invocations invocations, InvocationLog log) {
        source = Optional.of(new Source(capture, invocations, log, new PictureTaker(capture, log)));
        begin();
    }

    /** From now on shows nothing. */
    public void showNothing() {
        source = Optional.empty();
        begin();
    }

    private void begin() {
        picture.set(Optional.empty());
        memory.clear();
        taken = Fingerprint.NONE;
        following.set(true);
    }

    /** The newest picture; empty before the first. */
    ReadOnlyObjectProperty<Optional<Picture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Whether the span ends now and moves on with the time. */
    BooleanProperty followingProperty() {
        return following;
    }

    /** Memory of all instances in the columns of the newest picture. */
    MemorySamples memory() {
        return memory;
    }

    /** Notes how much memory these instances, which are all that there are, have now; called once a second. */
    public void sampleMemory(List<InstanceView> instances) {
        memory.add(
                ticker.epochNanos(),
                instances.stream().mapToLong(InstanceView::memoryBytes).sum());
    }

    /** Whether anybody looks: without one no pictures are taken. */
    public void setVisible(boolean seen) {
        visible = seen;
    }

    /** How many columns fit on the screen. */
    void setColumns(int fitting) {
        columns = Math.max(1, fitting);
    }

    /** Shows a longer or a shorter time; the moment at {@code fraction} stays where it is. */
    void zoom(double factor, double fraction) {
        // Who follows wants to go on following: then the end stays where it is.
        span = span.zoomed(factor, following.get() ? 1 : fraction);
        refresh();
    }

    /** Shows another time, later by this part of the span; ends following. */
    void pan(double fraction) {
        following.set(false);
        span = span.shifted(fraction);
        refresh();
    }

    /** Shows everything since the first connection. */
    void fit() {
        List<Invocation> recent =
                source.map(from -> from.invocations().recent()).orElse(List.of());
        long now = ticker.epochNanos();
        long first =
                recent.stream().mapToLong(Invocation::openedEpochNanos).min().orElse(now - FIRST_SPAN);
        long margin = Math.max(TimeSpan.SHORTEST, (now - first) / 50);
        span = new TimeSpan(first - margin, now + margin);
        following.set(false);
        refresh();
    }

    /** Looks whether there is something new to see; called a few times a second. */
    public void refresh() {
        if (following.get()) {
            span = span.endingAt(ticker.epochNanos());
        }
        if (taking || !visible) {
            return;
        }
        source.ifPresent(this::take);
    }

    private void take(Source from) {
        Fingerprint next = new Fingerprint(
                span,
                columns,
                from.capture().count(),
                from.invocations().changes(),
                from.log().endNumber());
        if (next.equals(taken)) {
            return;
        }
        taken = next;
        taking = true;
        long now = ticker.epochNanos();
        threads.background().execute(() -> {
            Optional<Picture> made = Optional.empty();
            try {
                made = Optional.of(from.taker()
                        .take(next.span(), next.columns(), from.invocations().recent(), now));
            } finally {
                Optional<Picture> result = made;
                threads.screen().execute(() -> taken(from, result));
            }
        });
    }

    private void taken(Source from, Optional<Picture> made) {
        taking = false;
        if (source.filter(shown -> shown == from).isPresent() && made.isPresent()) {
            picture.set(made);
        }
    }

    /**
     * Finds the frame that passed nearest to a moment; {@code found} is told its number, unless there is none.
     *
     * @param connection only frames of this connection; 0 for those of all
     */
    void nearestFrame(int connection, long moment, LongConsumer found) {
        source.ifPresent(
                from -> threads.background().execute(() -> FrameTimes.closest(from.capture(), moment, connection)
                        .ifPresent(number -> threads.screen().execute(() -> found.accept(number)))));
    }
}
