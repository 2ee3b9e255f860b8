package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.FrameRecord;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

/**
 * The list of frames. It holds nodes for the visible rows only and uses them again, because JavaFX's own tables take time in
 * proportion to the first visible row. Rows are drawn when the model's revision changes and never else.
 */
final class FrameGrid extends Region {
    static final double ROW_HEIGHT = 24;
    /** What a digit of the frame's number takes, and what else stands in that column. */
    private static final double DIGIT = 7.3;

    private static final double BESIDE_DIGITS = 14;

    private final TrafficViewModel model;
    private final Texts texts;
    private final GridHeader header;
    private final GridBody body;
    private final ScrollBar bar = new ScrollBar();
    private final OverviewStrip strip;
    private final Region corner = new Region();
    private boolean settingBar;

    FrameGrid(TrafficViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        header = new GridHeader(model.settings(), texts);
        body = new GridBody(model, texts);
        getStyleClass().add("frame-grid");
        corner.getStyleClass().add("frame-grid-header");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        accessibleTextProperty().bind(texts.bind("traffic.grid.spoken"));
        bar.setOrientation(Orientation.VERTICAL);
        strip = new OverviewStrip(model, texts);
        getChildren().addAll(header, corner, body, bar, strip);
        listen();
    }

    private void listen() {
        bar.valueProperty().addListener((property, before, now) -> {
            if (!settingBar) {
                model.move(grid -> grid.scrollTo(Math.round(now.doubleValue())));
            }
        });
        GridSettings settings = model.settings();
        settings.columns().changesProperty().addListener(property -> {
            body.rowNodes().forEach(GridRow::requestLayout);
            model.position().redraw();
        });
        settings.timeProperty().addListener(property -> model.position().redraw());
        settings.referenceProperty().addListener(property -> model.position().redraw());
        model.position().revisionProperty().addListener((property, before, now) -> draw());
        texts.languageProperty().addListener((property, before, now) -> draw());
        model.selectedFrameProperty()
                .addListener(property -> notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM));
    }

    /** The nodes of the visible rows from the top. */
    List<GridRow> rowNodes() {
        return body.rowNodes();
    }

    /** Where the rows are. */
    Region body() {
        return body;
    }

    private void draw() {
        GridModel grid = model.grid();
        GridSettings settings = model.settings();
        settings.columns()
                .leastNumberWidth(Long.toString(model.reader().count()).length() * DIGIT + BESIDE_DIGITS);
        RowFormat format = new RowFormat(
                texts.messages(),
                new FrameTimes(
                        settings.timeProperty().get(),
                        ZoneId.systemDefault(),
                        settings.referenceProperty().get(),
                        model::opened));
        List<FrameRecord> unfinished = new ArrayList<>();
        for (int i = 0; i < rowNodes().size(); i++) {
            GridRow node = rowNodes().get(i);
            long row = grid.top() + i;
            if (model.rows().isGap(row)) {
                node.showGap(format.gap(model.rows().gap().orElseThrow()), row == grid.selected());
            } else if (row < grid.total()) {
                FrameRow content = format.row(model.reader(), model.rows(), row);
                RowState state = state(content, row);
                node.show(content, state);
                node.highlight(state.hit() ? model.find().parts(content.payload()) : List.of());
                if (!content.frame().complete()) {
                    unfinished.add(content.frame());
                }
            } else {
                node.setVisible(false);
            }
        }
        model.unfinishedShown(unfinished);
        moveBar(grid);
    }

    private RowState state(FrameRow content, long row) {
        long frame = content.frame().number();
        return new RowState(
                model.choice().selection().framesProperty().get().contains(frame),
                row == model.grid().selected(),
                model.marks().isMarked(frame),
                model.find().isHit(frame));
    }

    private void moveBar(GridModel grid) {
        settingBar = true;
        // Rows are the unit, and a double holds them exactly up to 2^53.
        bar.setMax(grid.lastTop());
        bar.setValue(grid.top());
        bar.setVisibleAmount(grid.total() == 0 ? 0 : (double) grid.lastTop() * grid.viewport() / grid.total());
        bar.setBlockIncrement(grid.viewport());
        bar.setVisible(grid.lastTop() > 0);
        settingBar = false;
    }

    @Override
    protected void layoutChildren() {
        double headerHeight = snapSizeY(GridHeader.HEIGHT);
        double barWidth = snapSizeX(bar.prefWidth(-1));
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double right = getWidth() - snappedRightInset();
        double below = top + headerHeight;
        double height = Math.max(0, getHeight() - snappedBottomInset() - below);
        double bodyWidth = Math.max(0, right - left - barWidth - OverviewStrip.WIDTH);
        header.resizeRelocate(left, top, bodyWidth, headerHeight);
        corner.resizeRelocate(left + bodyWidth, top, right - left - bodyWidth, headerHeight);
        body.resizeRelocate(left, below, bodyWidth, height);
        bar.resizeRelocate(left + bodyWidth, below, barWidth, height);
        strip.resizeRelocate(left + bodyWidth + barWidth, below, OverviewStrip.WIDTH, height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return GridHeader.HEIGHT + ROW_HEIGHT;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        GridModel grid = model.grid();
        return switch (attribute) {
            case ROW_COUNT -> (int) Math.min(Integer.MAX_VALUE, grid.total());
            case COLUMN_COUNT ->
                model.settings().columns().places(body.getWidth()).size();
            case MULTIPLE_SELECTION -> true;
            case FOCUS_ITEM -> nodeOf(grid.selected());
            case ROW_AT_INDEX -> nodeOf((Integer) parameters[0]);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private Object nodeOf(long row) {
        long place = row - model.grid().top();
        return row >= 0 && place >= 0 && place < rowNodes().size() ? rowNodes().get((int) place) : this;
    }
}
