package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Holds as many row nodes as are visible, the last one perhaps in part. */
final class GridBody extends Region {
    private final TrafficViewModel model;
    private final Texts texts;
    private final List<GridRow> nodes = new ArrayList<>();
    private final Rectangle clip = new Rectangle();

    GridBody(TrafficViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("frame-grid-body", "mono");
        setClip(clip);
        heightProperty().addListener((property, before, now) -> fill(now.doubleValue()));
    }

    /** The nodes of the visible rows from the top. */
    List<GridRow> rowNodes() {
        return nodes;
    }

    private void fill(double height) {
        int count = (int) Math.ceil(height / FrameGrid.ROW_HEIGHT);
        while (nodes.size() < count) {
            GridRow node = new GridRow(model.settings().columns(), texts);
            nodes.add(node);
            getChildren().add(node);
        }
        while (nodes.size() > count) {
            getChildren().remove(nodes.remove(nodes.size() - 1));
        }
        model.move(grid -> grid.viewport((long) (height / FrameGrid.ROW_HEIGHT)));
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).resizeRelocate(0, i * FrameGrid.ROW_HEIGHT, getWidth(), FrameGrid.ROW_HEIGHT);
            nodes.get(i).layout();
        }
    }
}
