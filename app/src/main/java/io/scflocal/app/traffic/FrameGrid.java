package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import io.scflocal.core.capture.FrameRecord;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The list of frames. It holds nodes for the visible rows only and uses them again, because JavaFX's own tables take time in
 * proportion to the first visible row. Rows are drawn when the model's revision changes and never else.
 */
final class FrameGrid extends Region {
    static final double ROW_HEIGHT = 24;

    private final TrafficViewModel model;
    private final Texts texts;
    private final GridHeader header;
    private final Region body = new Body();
    private final ScrollBar bar = new ScrollBar();
    private final List<GridRow> nodes = new ArrayList<>();
    private ContextMenu menu = new ContextMenu();
    private boolean settingBar;
    private double wheelRest;

    FrameGrid(TrafficViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        header = new GridHeader(texts);
        getStyleClass().addAll("frame-grid", "mono");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        accessibleTextProperty().bind(texts.bind("traffic.grid.spoken"));
        bar.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(header, body, bar);
        listen();
    }

    private void listen() {
        body.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        body.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
        bar.valueProperty().addListener((property, before, now) -> {
            if (!settingBar) {
                scrollTo(Math.round(now.doubleValue()));
            }
        });
        header.changesProperty().addListener(property -> nodes.forEach(GridRow::requestLayout));
        model.position().revisionProperty().addListener((property, before, now) -> draw());
        texts.languageProperty().addListener((property, before, now) -> draw());
    }

    /** The nodes of the visible rows from the top. */
    List<GridRow> rowNodes() {
        return nodes;
    }

    private void draw() {
        GridModel grid = model.grid();
        RowFormat format = new RowFormat(texts.messages(), ZoneId.systemDefault());
        List<FrameRecord> unfinished = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            GridRow node = nodes.get(i);
            long row = grid.top() + i;
            if (row >= grid.total()) {
                node.setVisible(false);
                continue;
            }
            FrameRow content = format.row(model.reader(), model.rows(), row);
            node.show(content);
            node.selected(row == grid.selected());
            if (!content.frame().complete()) {
                unfinished.add(content.frame());
            }
        }
        model.unfinishedShown(unfinished);
        moveBar(grid);
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

    private void pressed(MouseEvent event) {
        requestFocus();
        menu.hide();
        if (event.isPrimaryButtonDown() || event.isSecondaryButtonDown()) {
            model.select(model.grid().top() + (long) (event.getY() / ROW_HEIGHT));
        }
    }

    private void menuRequested(ContextMenuEvent event) {
        if (model.grid().selected() != Rows.NO_ROW) {
            menu = new FrameMenu(model, texts);
            menu.show(this, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        double lines = event.getTextDeltaYUnits() == ScrollEvent.VerticalTextScrollUnits.LINES
                ? event.getTextDeltaY()
                : event.getDeltaY() / ROW_HEIGHT;
        wheelRest -= lines;
        long rows = (long) wheelRest;
        wheelRest -= rows;
        if (rows != 0) {
            scrollTo(Math.max(0, model.grid().top() + rows));
        }
        event.consume();
    }

    private void scrollTo(long row) {
        model.move(grid -> grid.scrollTo(row));
    }

    private void keyPressed(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (move(event.getCode())) {
            event.consume();
        }
    }

    private boolean move(KeyCode code) {
        long page = Math.max(1, model.grid().viewport() - 1);
        switch (code) {
            case UP, KP_UP -> model.move(grid -> grid.moveBy(-1));
            case DOWN, KP_DOWN -> model.move(grid -> grid.moveBy(1));
            case PAGE_UP -> model.move(grid -> grid.moveBy(-page));
            case PAGE_DOWN -> model.move(grid -> grid.moveBy(page));
            case HOME -> model.move(grid -> grid.moveTo(0));
            case END -> model.move(grid -> grid.moveTo(Long.MAX_VALUE));
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void layoutChildren() {
        double headerHeight = snapSizeY(GridHeader.HEIGHT);
        double barWidth = snapSizeX(bar.prefWidth(-1));
        double height = Math.max(0, getHeight() - headerHeight);
        header.resizeRelocate(0, 0, getWidth(), headerHeight);
        body.resizeRelocate(0, headerHeight, getWidth() - barWidth, height);
        bar.resizeRelocate(getWidth() - barWidth, headerHeight, barWidth, height);
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
            case COLUMN_COUNT -> Column.values().length;
            case FOCUS_ITEM -> nodeOf(grid.selected());
            case ROW_AT_INDEX -> nodeOf((Integer) parameters[0]);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private Object nodeOf(long row) {
        long place = row - model.grid().top();
        return row >= 0 && place >= 0 && place < nodes.size() ? nodes.get((int) place) : this;
    }

    /** Holds as many row nodes as are visible, the last one perhaps in part. */
    private final class Body extends Region {
        private final Rectangle clip = new Rectangle();

        Body() {
            getStyleClass().add("frame-grid-body");
            setClip(clip);
            heightProperty().addListener((property, before, now) -> fill(now.doubleValue()));
        }

        private void fill(double height) {
            int count = (int) Math.ceil(height / ROW_HEIGHT);
            while (nodes.size() < count) {
                GridRow node = new GridRow(header, texts);
                nodes.add(node);
                getChildren().add(node);
            }
            while (nodes.size() > count) {
                getChildren().remove(nodes.remove(nodes.size() - 1));
            }
            model.move(grid -> grid.viewport((long) (height / ROW_HEIGHT)));
        }

        @Override
        protected void layoutChildren() {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
            for (int i = 0; i < nodes.size(); i++) {
                nodes.get(i).resizeRelocate(0, i * ROW_HEIGHT, getWidth(), ROW_HEIGHT);
                nodes.get(i).layout();
            }
        }
    }
}
