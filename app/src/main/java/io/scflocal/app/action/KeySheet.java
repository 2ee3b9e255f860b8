package io.scflocal.app.action;

import io.scflocal.app.text.Texts;
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
    /** Fits with its title into the smallest window. */
    private static final double HEIGHT = 500;

    private static final int COLUMNS = 2;
    private static final double ROOM_FOR_BAR = 16;

    private final Texts texts;
    private final VBox root = new VBox();

    /** Shows the keys of {@code actions} in the language of the moment. */
    public KeySheet(Actions actions, Texts texts) {
        this.texts = texts;
        root.setId("key-sheet");
        root.getStyleClass().addAll("key-sheet", "overlay-card");
        Label title = new Label(texts.get("action.keys"));
        title.getStyleClass().add("overlay-title");
        ScrollPane groups = new ScrollPane(columns(actions.all().stream()
                .filter(action -> action.keys().isPresent())
                .toList()));
        groups.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        groups.setMaxHeight(HEIGHT);
        root.getChildren().addAll(title, groups);
    }

    /** Whole groups side by side, so that the columns are about equally long. */
    private HBox columns(List<Action> withKeys) {
        HBox columns = new HBox(32);
        columns.setPadding(new Insets(0, ROOM_FOR_BAR, 0, 0));
        VBox column = new VBox(18);
        columns.getChildren().add(column);
        int rows = 0;
        for (ActionGroup group : ActionGroup.values()) {
            List<Action> ofGroup =
                    withKeys.stream().filter(action -> action.group() == group).toList();
            boolean full = (rows + ofGroup.size() / 2) * COLUMNS > withKeys.size();
            if (full && columns.getChildren().size() < COLUMNS) {
                column = new VBox(18);
                columns.getChildren().add(column);
            }
            if (!ofGroup.isEmpty()) {
                column.getChildren().add(section(group, ofGroup));
                rows += ofGroup.size();
            }
        }
        return columns;
    }

    /** What goes over the window. */
    public Region root() {
        return root;
    }

    private VBox section(ActionGroup group, List<Action> actions) {
        Label heading = new Label(texts.get(group.textKey()));
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
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            Label cap = new Label(action.keys().orElseThrow().getDisplayText());
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            rows.addRow(i, new Label(texts.get(action.textKey())), cap);
        }
        VBox section = new VBox(heading, rows);
        section.getStyleClass().add("section");
        return section;
    }
}
