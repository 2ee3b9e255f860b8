package io.scflocal.app.timeline;

import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/**
 * The timeline: a chart, the axis, the log, and a lane for each connection, one below the other on the same time.
 *
 * <p>JavaFX thread only.
 */
public final class TimelineView {
    private static final double CHART_HEIGHT = 44;
    private static final double LOG_HEIGHT = 12;
    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 0.1;
    /** A press that moves less is a click. */
    private static final double SLACK = 3;

    private final TimelineViewModel model;
    private final Texts texts;
    private final TimelineLinks links;
    private final ObjectProperty<ChartKind> chart = new SimpleObjectProperty<>(this, "chart", ChartKind.FRAMES);
    private final VBox root = new VBox();
    private final Plot chartPlot = new Plot();
    private final Label chartTop = new Label();
    private final Plot axis = new Plot();
    private final Plot log = new Plot();
    private final ListView<Lane> lanes = new ListView<>();
    private double pressedX;
    private double draggedX;

    /** Shows what {@code model} holds. */
    public TimelineView(TimelineViewModel model, Texts texts, TimelineLinks links) {
        this.model = model;
        this.texts = texts;
        this.links = links;
        root.getStyleClass().add("timeline");
        root.getStylesheets()
                .add(Objects.requireNonNull(TimelineView.class.getResource("timeline.css"))
                        .toExternalForm());
        buildLanes();
        Label logName = new Label();
        logName.textProperty().bind(texts.bind("timeline.log"));
        log.setOnMouseClicked(this::clickLog);
        chartPlot.setOnMouseClicked(this::clickChart);
        root.getChildren()
                .addAll(
                        new TimelineBar(model, texts, chart),
                        row(chartTop, chartPlot, CHART_HEIGHT),
                        row(new Label(), axis, TimeAxis.HEIGHT),
                        row(logName, log, LOG_HEIGHT),
                        lanes);
        root.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        root.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        root.widthProperty()
                .addListener((property, before, now) -> model.setColumns(Columns.fitting(now.doubleValue())));
        model.pictureProperty().addListener((property, before, now) -> draw());
        chart.addListener((property, before, now) -> draw());
        texts.languageProperty().addListener((property, before, now) -> draw());
        axis.widthProperty().addListener((property, before, now) -> draw());
    }

    /** What goes into the window. */
    public Region root() {
        return root;
    }

    private void buildLanes() {
        lanes.setId("timeline-lanes");
        lanes.setFixedCellSize(LaneCell.HEIGHT);
        lanes.setMinHeight(0);
        lanes.setCellFactory(list -> lane());
        Label nothing = new Label();
        nothing.getStyleClass().add("muted");
        nothing.textProperty().bind(texts.bind("timeline.nothing"));
        lanes.setPlaceholder(nothing);
        VBox.setVgrow(lanes, Priority.ALWAYS);
    }

    private LaneCell lane() {
        LaneCell cell = new LaneCell(
                () -> model.pictureProperty().get().map(Picture::span).orElse(new TimeSpan(0, 1)),
                texts,
                axis.widthProperty());
        cell.setOnMouseClicked(event -> clickLane(cell, event));
        return cell;
    }

    private static HBox row(Label name, Plot plot, double height) {
        name.setMinWidth(Columns.LABEL);
        name.setMaxWidth(Columns.LABEL);
        name.getStyleClass().addAll("muted", "small", "row-name");
        plot.setMinSize(0, height);
        plot.setPrefHeight(height);
        plot.setMaxHeight(height);
        HBox.setHgrow(plot, Priority.ALWAYS);
        Region right = new Region();
        right.setMinWidth(Columns.RIGHT);
        HBox row = new HBox(name, plot, right);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void draw() {
        Optional<Picture> picture = model.pictureProperty().get();
        lanes.setItems(FXCollections.observableList(picture.map(Picture::lanes).orElse(List.of())));
        if (picture.isEmpty()) {
            List.of(chartPlot, axis, log).forEach(plot -> plot.getChildren().clear());
            chartTop.setText("");
            return;
        }
        TimeAxis.draw(axis, picture.get().span());
        drawChart(picture.get());
        drawLog(picture.get());
    }

    private void drawChart(Picture picture) {
        List<ChartKind.Line> lines = chart.get().lines(picture, model.memory());
        long top = lines.stream()
                .flatMapToLong(line -> LongStream.of(line.values()))
                .max()
                .orElse(0);
        chartPlot.begin(picture.span());
        drawUnlisted(picture);
        for (ChartKind.Line line : lines) {
            if (chart.get().isOfSingleFrames()) {
                // Of two directions in one column both are seen, one beside the other.
                chartPlot.needles(line.values(), top, lines.indexOf(line), line.styleClass());
            } else {
                chartPlot.line(line.values(), top, line.styleClass());
            }
        }
        chartTop.setText(texts.get("timeline.top", chart.get().words(Math.max(0, top), texts)));
    }

    /** Where nothing is known, nothing must look like no traffic. */
    private void drawUnlisted(Picture picture) {
        if (picture.unlistedUntil() > picture.span().from()) {
            chartPlot.bar(picture.span().from(), picture.unlistedUntil(), 0, CHART_HEIGHT, "unlisted");
            Text text = new Text(
                    texts.get("timeline.unlisted", Formats.time(picture.unlistedUntil(), ZoneId.systemDefault())));
            text.getStyleClass().add("axis-text");
            text.setX(4);
            text.setY(TimeAxis.HEIGHT);
            chartPlot.getChildren().add(text);
        }
    }

    private void drawLog(Picture picture) {
        log.begin(picture.span());
        long column = picture.span().nanos() / picture.columns();
        for (LogMark mark : picture.marks()) {
            long moment = picture.span().from() + mark.column() * column;
            log.bar(
                    moment,
                    moment + column,
                    1,
                    LOG_HEIGHT - 2,
                    "log-"
                            + mark.line()
                                    .source()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'));
        }
    }

    private void scroll(ScrollEvent event) {
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (delta == 0 || (!event.isShortcutDown() && !event.isShiftDown())) {
            return;
        }
        if (event.isShortcutDown()) {
            model.zoom(delta > 0 ? 1 / ZOOM_STEP : ZOOM_STEP, fraction(event.getX()));
        } else {
            model.pan(delta > 0 ? -PAN_STEP : PAN_STEP);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.LEFT) {
            model.pan(-PAN_STEP);
        } else if (code == KeyCode.RIGHT) {
            model.pan(PAN_STEP);
        } else if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD) {
            model.zoom(1 / ZOOM_STEP, 1.0 / 2);
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            model.zoom(ZOOM_STEP, 1.0 / 2);
        } else if (code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0) {
            model.fit();
        } else {
            return;
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        pressedX = event.getX();
        draggedX = event.getX();
    }

    private void drag(MouseEvent event) {
        if (pressedX < Columns.LABEL || Math.abs(event.getX() - pressedX) <= SLACK) {
            return;
        }
        model.pan((draggedX - event.getX()) / Columns.plotWidth(root.getWidth()));
        draggedX = event.getX();
    }

    private void clickLane(LaneCell cell, MouseEvent event) {
        Lane lane = cell.getItem();
        if (lane != null && event.isStillSincePress()) {
            double x = cell.plot()
                    .sceneToLocal(event.getSceneX(), event.getSceneY())
                    .getX();
            moment(x / cell.plot().getWidth())
                    .ifPresent(moment -> model.nearestFrame(lane.invocation().connection(), moment, links::showFrame));
        }
    }

    private void clickLog(MouseEvent event) {
        model.pictureProperty().get().ifPresent(picture -> {
            if (!event.isStillSincePress()) {
                return;
            }
            int column = (int) (event.getX() / log.getWidth() * picture.columns());
            picture.marks().stream()
                    .min((one, other) -> Math.abs(one.column() - column) - Math.abs(other.column() - column))
                    .ifPresent(mark -> links.showInLog(mark.line()));
        });
    }

    private void clickChart(MouseEvent event) {
        if (event.isStillSincePress()) {
            moment(event.getX() / chartPlot.getWidth())
                    .ifPresent(moment -> model.nearestFrame(0, moment, links::showFrame));
        }
    }

    private Optional<Long> moment(double fraction) {
        return model.pictureProperty().get().map(picture -> picture.span().moment(fraction));
    }

    private double fraction(double x) {
        return Math.max(0, Math.min(1, (x - Columns.LABEL) / Columns.plotWidth(root.getWidth())));
    }
}
