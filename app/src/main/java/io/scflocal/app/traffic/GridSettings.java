package io.scflocal.app.traffic;

import io.scflocal.app.settings.SettingsFile;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How the list looks, as the user has chosen it; remembered from one start to the next, apart from the frame that times count from.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class GridSettings {
    private static final String COLUMNS = "grid.columns";
    private static final String TIME = "grid.time";

    private final SettingsFile file;
    private final ColumnLayout columns = new ColumnLayout();
    private final ReadOnlyObjectWrapper<TimeMode> time;
    private final ReadOnlyLongWrapper reference = new ReadOnlyLongWrapper(this, "reference", TrafficViewModel.NO_FRAME);

    GridSettings(SettingsFile file) {
        this.file = file;
        file.get(COLUMNS).ifPresent(columns::read);
        time = new ReadOnlyObjectWrapper<>(this, "time", file.constant(TIME, TimeMode.class, TimeMode.CLOCK));
    }

    /** Where it is remembered. */
    SettingsFile file() {
        return file;
    }

    ColumnLayout columns() {
        return columns;
    }

    /** Remembers the columns as they are; for the end of a drag, which changes them with every step. */
    void rememberColumns() {
        file.put(COLUMNS, columns.write());
    }

    /** Shows times in another way. */
    void showTime(TimeMode mode) {
        time.set(mode);
        file.put(TIME, mode.name());
    }

    /** Times count from this frame, and are shown so. */
    void countFrom(long frame) {
        reference(frame);
        showTime(TimeMode.REFERENCE);
    }

    /** The frame that times would count from. */
    void reference(long frame) {
        reference.set(frame);
    }

    ReadOnlyObjectProperty<TimeMode> timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** Number of the frame that times count from, or {@link TrafficViewModel#NO_FRAME}. */
    ReadOnlyLongProperty referenceProperty() {
        return reference.getReadOnlyProperty();
    }
}
