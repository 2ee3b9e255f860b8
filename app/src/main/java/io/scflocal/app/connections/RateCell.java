package io.scflocal.app.connections;

import io.scflocal.app.chart.SparkLine;
import io.scflocal.app.text.Quantities;
import io.scflocal.app.text.Texts;

/** How many frames a second have passed lately, as a line; in words under the mouse and for screen readers. */
final class RateCell extends ConnectionCell {
    private final Texts texts;
    private final SparkLine line = new SparkLine();

    RateCell(Texts texts) {
        super(snapshot -> "");
        this.texts = texts;
        getStyleClass().add("rate-cell");
        tip(this::words);
    }

    private String words(ConnectionSnapshot snapshot) {
        RateHistory rate = snapshot.rate();
        return rate.newest() < 0
                ? texts.get("connections.rate.unknown")
                : texts.get(
                        "connections.rate",
                        Quantities.count(rate.newest()),
                        RateHistory.SECONDS,
                        Quantities.count(rate.most()));
    }

    @Override
    void show(ConnectionSnapshot snapshot) {
        setGraphic(line);
        line.show(snapshot.rate().values(), RateHistory.SECONDS);
        setAccessibleText(words(snapshot));
    }

    @Override
    void clear() {
        setAccessibleText(null);
    }
}
