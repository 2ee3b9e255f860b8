package io.scflocal.app.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Shows one card over the window at a time. Escape or a click beside the card closes it, and the focus goes back to where it was.
 *
 * <p>JavaFX thread only.
 */
public final class Overlay {
    private final StackPane host;
    private final StackPane veil = new StackPane();
    private Optional<Node> focusedBefore = Optional.empty();

    /** Lies over what {@code host} shows. */
    public Overlay(StackPane host) {
        this.host = host;
        veil.getStyleClass().add("overlay-veil");
        veil.setAlignment(Pos.TOP_CENTER);
        veil.setOnMousePressed(event -> {
            if (event.getTarget() == veil) {
                close();
            }
        });
        veil.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** Shows {@code card} in place of another one; {@code focus} gives the focus to what is in it. */
    public void show(Region card, Runnable focus) {
        if (!host.getChildren().contains(veil)) {
            focusedBefore = Optional.ofNullable(host.getScene().getFocusOwner());
            host.getChildren().add(veil);
        }
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        veil.getChildren().setAll(card);
        focus.run();
    }

    /** Takes the card away; does nothing if there is none. */
    public void close() {
        if (host.getChildren().remove(veil)) {
            veil.getChildren().clear();
            focusedBefore.ifPresent(Node::requestFocus);
        }
    }
}
