package io.scflocal.app.chart;

import javafx.geometry.VPos;
import javafx.scene.text.Text;

/** What is written beside a chart; the chart places it. */
final class ChartText extends Text {
    /** Room for a line of it. */
    static final double HEIGHT = 16;

    ChartText() {
        setManaged(false);
        setTextOrigin(VPos.TOP);
        getStyleClass().add("graph-text");
    }
}
