package io.scflocal.app.action;

import io.scflocal.app.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
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
    private static final double HEIGHT = 480;

    private final Texts texts;
    private final VBox root = new VBox();

    /** Shows the keys of {@code actions} in the language of the moment. */
    public KeySheet(Actions actions, Texts texts) {
        this.texts = texts;
        root.setId("key-sheet");
        root.getStyleClass().addAll("key-sheet", "overlay-card");
        Label title = new Label(texts.get("action.keys"));
        title.getStyleClass().add("overlay-title");
        FlowPane groups = new FlowPane(Orientation.VERTICAL, 32, 18);
        groups.setPrefWrapLength(HEIGHT);
        for (ActionGroup group : ActionGroup.values()) {
            List<Action> withKeys = actions.all().stream()
                    .filter(action -> action.group() == group && action.keys().isPresent())
                    .toList();
            if (!withKeys.isEmpty()) {
                groups.getChildren().add(section(group, withKeys));
            }
        }
        root.getChildren().addAll(title, groups);
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
