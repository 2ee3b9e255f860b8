package io.scflocal.app.traffic;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * A {@link GridModel} that can be listened to.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class GridPosition {
    private final GridModel model = new GridModel();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following", true);
    private final ReadOnlyLongWrapper added = new ReadOnlyLongWrapper(this, "added");
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");

    /** Where the list stands; only to be read. */
    GridModel model() {
        return model;
    }

    /** Changes where the list stands, and has it drawn. */
    void change(Consumer<GridModel> change) {
        change.accept(model);
        following.set(model.follows());
        added.set(model.added());
        redraw();
    }

    /** Has the visible rows drawn again. */
    void redraw() {
        revision.set(revision.get() + 1);
    }

    /** Whether the end is kept in view. */
    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** How many rows were added since the list stopped to follow. */
    ReadOnlyLongProperty addedProperty() {
        return added.getReadOnlyProperty();
    }

    /** Changes whenever the visible rows have to be drawn again. */
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
