package io.scflocal.app.connections;

/** What is left of the idle timeout, as a bar and in seconds. */
final class IdleCell extends ConnectionCell {
    private final CountdownBar bar = new CountdownBar();

    IdleCell() {
        super(ConnectionText::idle);
        getStyleClass().add("idle-cell");
    }

    @Override
    void show(ConnectionSnapshot snapshot) {
        if (!snapshot.idles()) {
            setGraphic(null);
            clear();
            return;
        }
        setGraphic(bar);
        bar.show(snapshot.idle());
        UrgencyStyle.set(this, snapshot.idle().urgency());
    }

    @Override
    void clear() {
        UrgencyStyle.set(this, null);
    }
}
