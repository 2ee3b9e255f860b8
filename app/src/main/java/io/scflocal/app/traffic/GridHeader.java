package io.scflocal.app.traffic;

import io.scflocal.app.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The headings of the grid. A border is dragged to resize the column before it, a double click on it gives the first width back; a
 * heading is dragged to another place, and its menu chooses the columns.
 */
final class GridHeader extends Region {
    static final double HEIGHT = 28;
    static final double PADDING = 6;
    private static final double HANDLE = 7;
    private static final double DRAG_BEGINS = 6;
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass TARGET_END = PseudoClass.getPseudoClass("target-end");

    private final GridSettings settings;
    private final Texts texts;
    private final Map<Column, Label> labels = new EnumMap<>(Column.class);
    private final Map<Column, Region> handles = new EnumMap<>(Column.class);
    private double pressedAt;
    private boolean dragging;

    GridHeader(GridSettings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
        getStyleClass().add("frame-grid-header");
        for (Column column : Column.values()) {
            labels.put(column, label(column));
        }
        for (Column column : Column.values()) {
            handles.put(column, handle(column));
        }
        getChildren().addAll(labels.values());
        getChildren().addAll(handles.values());
        setOnContextMenuRequested(event -> {
            new HeaderMenu(settings, texts, hidden()).show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        settings.columns().changesProperty().addListener(property -> requestLayout());
    }

    /** The columns that were chosen but find no room. */
    private List<Column> hidden() {
        List<Column> placed = places().stream().map(ColumnLayout.Place::column).toList();
        return List.of(Column.values()).stream()
                .filter(column -> settings.columns().isChosen(column) && !placed.contains(column))
                .toList();
    }

    private List<ColumnLayout.Place> places() {
        return settings.columns().places(getWidth());
    }

    private Label label(Column column) {
        Label label = new Label();
        label.setId("traffic-heading-" + column.id());
        label.textProperty().bind(heading(column));
        label.setAlignment(column.isRight() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        label.setOnMousePressed(event -> {
            pressedAt = event.getX();
            dragging = false;
        });
        label.setOnMouseDragged(event -> dragged(column, event));
        label.setOnMouseReleased(event -> released(column, event));
        if (column == Column.TIME) {
            Tooltip tooltip = new Tooltip();
            tooltip.textProperty().bind(texts.bind("frames.time.tooltip"));
            label.setTooltip(tooltip);
        }
        return label;
    }

    private ObservableValue<String> heading(Column column) {
        return column != Column.TIME
                ? texts.bind(column.key())
                : Bindings.createStringBinding(
                        () -> texts.get(settings.timeProperty().get().headingKey()),
                        settings.timeProperty(),
                        texts.languageProperty());
    }

    private void dragged(Column column, MouseEvent event) {
        dragging |= event.isPrimaryButtonDown() && Math.abs(event.getX() - pressedAt) > DRAG_BEGINS;
        if (dragging) {
            Column target = columnAt(event.getSceneX());
            unmarkTarget();
            if (target != column) {
                // Columns between move up, so that it comes to stand behind a target on its right.
                boolean behind =
                        labels.get(target).getLayoutX() > labels.get(column).getLayoutX();
                labels.get(target).pseudoClassStateChanged(behind ? TARGET_END : TARGET, true);
            }
        }
    }

    private void unmarkTarget() {
        labels.values().forEach(label -> {
            label.pseudoClassStateChanged(TARGET, false);
            label.pseudoClassStateChanged(TARGET_END, false);
        });
    }

    private void released(Column column, MouseEvent event) {
        unmarkTarget();
        if (dragging) {
            settings.columns().move(column, columnAt(event.getSceneX()));
            settings.rememberColumns();
        } else if (column == Column.TIME && event.getButton() == MouseButton.PRIMARY) {
            settings.showTime(settings.timeProperty().get().next());
        }
        dragging = false;
    }

    /** The column at a place of the scene; the first or the last one beyond them. */
    private Column columnAt(double sceneX) {
        double x = sceneToLocal(sceneX, 0).getX();
        List<ColumnLayout.Place> places = places();
        return places.stream()
                .filter(place -> x < place.left() + place.width())
                .findFirst()
                .orElse(places.get(places.size() - 1))
                .column();
    }

    private Region handle(Column column) {
        Region handle = new Region();
        handle.setId("traffic-border-" + column.id());
        handle.getStyleClass().add("frame-grid-handle");
        handle.setCursor(Cursor.H_RESIZE);
        handle.setOnMouseDragged(event -> resize(column, event.getSceneX()));
        handle.setOnMouseReleased(event -> settings.rememberColumns());
        handle.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                settings.columns().resetWidth(column);
                settings.rememberColumns();
            }
        });
        return handle;
    }

    private void resize(Column column, double sceneX) {
        places().stream().filter(place -> place.column() == column).forEach(place -> settings.columns()
                .resize(column, Math.min(sceneToLocal(sceneX, 0).getX() - place.left(), getWidth())));
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        labels.values().forEach(label -> label.setVisible(false));
        handles.values().forEach(handle -> handle.setVisible(false));
        places().forEach(this::place);
    }

    private void place(ColumnLayout.Place place) {
        Label label = labels.get(place.column());
        double room = Math.max(0, place.width() - 2 * PADDING);
        label.setVisible(true);
        layoutInArea(label, place.left() + PADDING, 0, room, getHeight(), 0, HPos.LEFT, VPos.CENTER);
        label.resize(room, label.getHeight());
        Region handle = handles.get(place.column());
        handle.setVisible(place.column() != Column.PAYLOAD);
        handle.resizeRelocate(place.left() + place.width() - HANDLE / 2, 0, HANDLE, getHeight());
    }
}
