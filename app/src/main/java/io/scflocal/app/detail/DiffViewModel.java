package io.scflocal.app.detail;

import io.scflocal.app.decode.Cancellation;
import io.scflocal.app.fx.Threads;
import io.scflocal.core.capture.CaptureReader;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Compares the selected frame with another one, in the background.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class DiffViewModel {
    /** Stands for no frame. */
    static final long NO_FRAME = -1;

    private static final System.Logger LOG = System.getLogger(DiffViewModel.class.getName());

    private final Threads threads;
    private final ReadOnlyLongWrapper reference = new ReadOnlyLongWrapper(this, "reference", NO_FRAME);
    private final ReadOnlyLongWrapper selected = new ReadOnlyLongWrapper(this, "selected", NO_FRAME);
    private final ReadOnlyLongWrapper orders = new ReadOnlyLongWrapper(this, "orders");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
    private final ReadOnlyObjectWrapper<Optional<Comparison>> result =
            new ReadOnlyObjectWrapper<>(this, "result", Optional.empty());
    private Optional<CaptureReader> reader = Optional.empty();
    private Cancellation cancellation = new Cancellation();

    DiffViewModel(Threads threads) {
        this.threads = threads;
    }

    void source(CaptureReader capture) {
        showNothing();
        reader = Optional.of(capture);
    }

    void showNothing() {
        reader = Optional.empty();
        selected.set(NO_FRAME);
        reference.set(NO_FRAME);
        compare();
    }

    /** Number of the frame with which others are compared, from 0; {@link #NO_FRAME} for none. */
    ReadOnlyLongProperty referenceProperty() {
        return reference.getReadOnlyProperty();
    }

    /** Number of the frame that is compared with it. */
    ReadOnlyLongProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** How often two given frames were to be compared, which then is what the user wants to see. */
    ReadOnlyLongProperty ordersProperty() {
        return orders.getReadOnlyProperty();
    }

    /** What is different; empty while that isn't known. */
    ReadOnlyObjectProperty<Optional<Comparison>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Whether one of the frames can't be read. */
    ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** From now on selected frames are compared with this one. */
    void compareWith(long number) {
        reference.set(number);
        compare();
    }

    /** Compares two frames; the first one stays the reference. */
    void compare(long left, long right) {
        reference.set(left);
        selected.set(right);
        compare();
        orders.set(orders.get() + 1);
    }

    void select(long number) {
        if (selected.get() != number) {
            selected.set(number);
            compare();
        }
    }

    private void compare() {
        cancellation.cancel();
        result.set(Optional.empty());
        failed.set(false);
        if (reader.isPresent() && reference.get() >= 0 && selected.get() >= 0 && reference.get() != selected.get()) {
            Cancellation now = new Cancellation();
            cancellation = now;
            compare(reader.get(), reference.get(), selected.get(), now);
        }
    }

    private void compare(CaptureReader capture, long left, long right, Cancellation now) {
        threads.background().execute(() -> {
            try {
                Comparison comparison = Comparison.of(capture, left, right, now);
                threads.screen().execute(() -> finished(now, Optional.of(comparison)));
            } catch (CancellationException e) {
                LOG.log(Level.TRACE, "Nobody waits for the comparison any more", e);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Two frames could not be compared", e);
                threads.screen().execute(() -> finished(now, Optional.empty()));
            }
        });
    }

    private void finished(Cancellation asked, Optional<Comparison> comparison) {
        if (!asked.isCancelled()) {
            result.set(comparison);
            failed.set(comparison.isEmpty());
        }
    }
}
