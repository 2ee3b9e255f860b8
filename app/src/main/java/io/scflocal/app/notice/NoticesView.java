package io.scflocal.app.notice;

import io.scflocal.app.text.Texts;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The notices as cards, one above the other.
 *
 * <p>JavaFX thread only.
 */
public final class NoticesView {
    private static final Duration PATIENCE = Duration.seconds(6);

    private final Notices notices;
    private final Texts texts;
    private final Map<Notice, Node> cards = new IdentityHashMap<>();
    private final VBox root = new VBox();

    /** Shows {@code notices}. */
    public NoticesView(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
        root.getStyleClass().add("notices");
        root.setAlignment(Pos.BOTTOM_RIGHT);
        root.setPickOnBounds(false);
        notices.shown().addListener((ListChangeListener<Notice>) change -> update());
        update();
    }

    /** What lies over the window; clicks beside the cards go through. */
    public Region root() {
        return root;
    }

    /**
     * Keeps the cards above {@code region}, so that they cover nothing that is pressed there; above {@code otherwise} as long as that
     * one is not in the window.
     */
    public void keepAbove(Region region, Region otherwise) {
        root.translateYProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> top(region.getScene() == null ? otherwise : region) - root.getHeight(),
                        region.sceneProperty(),
                        region.localToSceneTransformProperty(),
                        otherwise.localToSceneTransformProperty(),
                        root.heightProperty()));
    }

    /** Reads the property itself, which tells of a change only after it has been read. */
    private static double top(Region region) {
        return region.getLocalToSceneTransform().getTy();
    }

    private void update() {
        cards.keySet().retainAll(notices.shown());
        root.getChildren()
                .setAll(notices.shown().stream()
                        .map(notice -> cards.computeIfAbsent(notice, this::card))
                        .toList());
    }

    private Node card(Notice notice) {
        Label text = new Label();
        text.textProperty().bind(texts.bind(notice.textKey(), notice.arguments().toArray()));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(text);
        card.getStyleClass().addAll("notice", notice.kind() == Notice.Kind.DONE ? "done" : "problem");
        card.setAlignment(Pos.CENTER_LEFT);
        notice.remedy().ifPresent(remedy -> card.getChildren().add(remedyButton(notice, remedy)));
        card.getChildren().add(closeButton(notice));
        if (notice.kind() == Notice.Kind.DONE) {
            PauseTransition patience = new PauseTransition(PATIENCE);
            patience.setOnFinished(event -> notices.dismiss(notice));
            patience.play();
            card.setOnMouseEntered(event -> patience.stop());
            card.setOnMouseExited(event -> patience.playFromStart());
        }
        return card;
    }

    private Button remedyButton(Notice notice, Notice.Remedy remedy) {
        Button button = new Button();
        button.getStyleClass().add("notice-remedy");
        button.textProperty().bind(texts.bind(remedy.textKey()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            notices.dismiss(notice);
            remedy.run().run();
        });
        return button;
    }

    private Button closeButton(Notice notice) {
        Button button = new Button();
        button.setGraphic(new FontIcon("fth-x"));
        button.getStyleClass().addAll("button-icon", "flat");
        button.accessibleTextProperty().bind(texts.bind("notice.close"));
        button.setOnAction(event -> notices.dismiss(notice));
        return button;
    }
}
