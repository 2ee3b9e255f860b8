package io.scflocal.app.action;

import io.scflocal.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * All keys at a glance, under their headings.
 *
 * <p>JavaFX thread only.
 */
public final class KeySheet {
    private static final double COLUMN_WIDTH = 340;
    private static final double HEIGHT = 700;

    private static final int COLUMNS = 2;
    private static final double ROOM_FOR_BAR = 16;

    private final Texts texts;
    private final VBox root = new VBox();

    /** What stands under one heading. */
    private record Section(String textKey, List<Row> rows) {}

    /** What some keys do. */
    private record Row(String textKey, String keys) {}

    /** Shows the keys of {@code actions}, and of each pane, in the language of the moment. */
    public KeySheet(Actions actions, Texts texts) {
        this.texts = texts;
        root.setId("key-sheet");
        root.getStyleClass().addAll("key-sheet", "overlay-card");
        Label title = new Label(texts.get("action.keys"));
        title.getStyleClass().add("overlay-title");
        List<Section> sections = new ArrayList<>();
        for (ActionGroup group : ActionGroup.values()) {
            sections.add(new Section(
                    group.textKey(),
                    actions.all().stream()
                            .filter(action -> action.group() == group)
                            .flatMap(action -> action.keys().stream()
                                    .map(keys -> new Row(action.textKey(), keys.getDisplayText())))
                            .toList()));
        }
        for (PaneKeys pane : PaneKeys.values()) {
            sections.add(new Section(
                    pane.textKey(),
                    pane.keys().stream()
                            .map(key -> new Row(key.textKey(), key.keys()))
                            .toList()));
        }
        sections.removeIf(section -> section.rows().isEmpty());
        ScrollPane groups = new ScrollPane(columns(sections));
        groups.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        groups.setPrefHeight(HEIGHT);
        root.getChildren().addAll(title, groups);
    }

    /** Whole groups side by side, so that the columns are about equally long. */
    private HBox columns(List<Section> sections) {
        HBox columns = new HBox(32);
        columns.setPadding(new Insets(0, ROOM_FOR_BAR, 0, 0));
        VBox column = new VBox(18);
        columns.getChildren().add(column);
        int all = sections.stream().mapToInt(section -> section.rows().size()).sum();
        int rows = 0;
        for (Section section : sections) {
            boolean full = (rows + section.rows().size() / 2) * COLUMNS > all;
            if (full && columns.getChildren().size() < COLUMNS) {
                column = new VBox(18);
                columns.getChildren().add(column);
            }
            column.getChildren().add(nodes(section));
            rows += section.rows().size();
        }
        return columns;
    }

    /** What goes over the window. */
    public Region root() {
        return root;
    }

    private VBox nodes(Section section) {
        Label heading = new Label(texts.get(section.textKey()));
        heading.getStyleClass().add("section-title");
        GridPane rows = new GridPane();
        rows.getStyleClass().add("key-rows");
        rows.setPrefWidth(COLUMN_WIDTH);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        rows.getColumnConstraints().addAll(name, keys);
        int line = 0;
        for (Row row : section.rows()) {
            Label cap = new Label(row.keys());
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            rows.addRow(line++, new Label(texts.get(row.textKey())), cap);
        }
        VBox nodes = new VBox(heading, rows);
        nodes.getStyleClass().add("section");
        return nodes;
    }
}
