package io.scflocal.app.connections;

import io.scflocal.app.text.Texts;
import javafx.scene.control.Tooltip;

/** What is left of the idle timeout, as a bar and in seconds, or that it is paused. */
final class IdleCell extends ConnectionCell {
    private final CountdownBar bar = new CountdownBar();

    IdleCell(Texts texts) {
        super(snapshot -> isPaused(snapshot) ? texts.get("connections.idle.paused") : ConnectionText.idle(snapshot));
        getStyleClass().add("idle-cell");
        Tooltip why = new Tooltip();
        why.setOnShowing(event -> why.setText(
                texts.get("connections.idle.paused.tip", getItem().invocation().instance())));
        itemProperty().subscribe(snapshot -> setTooltip(snapshot != null && isPaused(snapshot) ? why : null));
    }

    private static boolean isPaused(ConnectionSnapshot snapshot) {
        return snapshot.idles() && snapshot.paused();
    }

    @Override
    void show(ConnectionSnapshot snapshot) {
        if (!snapshot.idles()) {
            setGraphic(null);
            clear();
            return;
        }
        boolean paused = snapshot.paused();
        setGraphic(paused ? null : bar);
        bar.show(snapshot.idle());
        UrgencyStyle.set(this, paused ? null : snapshot.idle().urgency());
    }

    @Override
    void clear() {
        UrgencyStyle.set(this, null);
    }
}
