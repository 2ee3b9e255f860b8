package io.scflocal.app.connections;

import io.scflocal.app.text.Amounts;
import javafx.scene.control.Label;

/** How long the connection has been open, and while it is, the execution timeout behind it. */
final class ExecutionCell extends ConnectionCell {
    private final Label limit = new Label();

    ExecutionCell() {
        super(snapshot -> ConnectionText.open(snapshot));
        getStyleClass().add("execution-cell");
        limit.getStyleClass().add("execution-limit");
    }

    @Override
    void show(ConnectionSnapshot snapshot) {
        boolean running = snapshot.end().isEmpty();
        if (running) {
            limit.setText(" / " + Amounts.limit(snapshot.execution().limitNanos()));
        }
        setGraphic(running ? limit : null);
        UrgencyStyle.set(this, running ? snapshot.execution().urgency() : null);
    }

    @Override
    void clear() {
        UrgencyStyle.set(this, null);
    }
}
