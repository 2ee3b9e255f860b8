package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The headings of the grid, whose borders are dragged to resize the columns; a double click gives a column its first width back. */
final class GridHeader extends Region {
    static final double HEIGHT = 28;
    static final double PADDING = 6;
    private static final double HANDLE = 7;

    private final double[] widths = new double[Column.values().length];
    private final Label[] labels = new Label[widths.length];
    private final Region[] handles = new Region[widths.length - 1];
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");

    GridHeader(Texts texts) {
        getStyleClass().add("frame-grid-header");
        for (Column column : Column.values()) {
            int i = column.ordinal();
            widths[i] = column.width();
            labels[i] = new Label();
            labels[i].textProperty().bind(texts.bind(column.key()));
            labels[i].setAlignment(column.isRight() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            getChildren().add(labels[i]);
        }
        for (int i = 0; i < handles.length; i++) {
            handles[i] = handle(Column.values()[i]);
            getChildren().add(handles[i]);
        }
    }

    private Region handle(Column column) {
        Region handle = new Region();
        handle.getStyleClass().add("frame-grid-handle");
        handle.setCursor(Cursor.H_RESIZE);
        handle.setOnMouseDragged(
                e -> resize(column, sceneToLocal(e.getSceneX(), 0).getX() - left(column)));
        handle.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                resize(column, column.width());
            }
        });
        return handle;
    }

    private void resize(Column column, double width) {
        widths[column.ordinal()] = Math.max(Column.MIN_WIDTH, Math.min(width, getWidth()));
        requestLayout();
        changes.set(changes.get() + 1);
    }

    /** Changes whenever a column has another width. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Left edge of a column. */
    double left(Column column) {
        double left = 0;
        for (int i = 0; i < column.ordinal(); i++) {
            left += widths[i];
        }
        return left;
    }

    /** Width of a column in a grid of {@code gridWidth}. */
    double width(Column column, double gridWidth) {
        return column == Column.PAYLOAD ? Math.max(0, gridWidth - left(column)) : widths[column.ordinal()];
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        for (Column column : Column.values()) {
            double width = width(column, getWidth());
            layoutInArea(
                    labels[column.ordinal()],
                    left(column) + PADDING,
                    0,
                    Math.max(0, width - 2 * PADDING),
                    getHeight(),
                    0,
                    HPos.LEFT,
                    VPos.CENTER);
            labels[column.ordinal()].resize(Math.max(0, width - 2 * PADDING), labels[column.ordinal()].getHeight());
            if (column != Column.PAYLOAD) {
                handles[column.ordinal()].resizeRelocate(left(column) + width - HANDLE / 2, 0, HANDLE, getHeight());
            }
        }
    }
}
