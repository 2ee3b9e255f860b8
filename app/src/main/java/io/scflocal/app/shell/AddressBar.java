package io.scflocal.app.shell;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Where clients connect. It takes what the tool bar has to spare, so that the name and the state of the function never give way to it:
 * where the addresses don't fit, first the one with TLS and then both are shown by their schemes.
 */
final class AddressBar {
    private static final double SPACING = 8;

    private final HBox root = new HBox(SPACING);
    private final AddressBox plain;
    private final AddressBox secure;
    private final Label noTls = new Label();

    AddressBar(StateViewModel model, Texts texts) {
        plain = new AddressBox("", model.urlProperty(), texts);
        secure = new AddressBox("-secure", model.secureUrlProperty(), texts);
        noTls.setId("no-tls");
        noTls.setMinWidth(Region.USE_PREF_SIZE);
        noTls.textProperty().bind(texts.bind("shell.no-tls"));
        noTls.getStyleClass().addAll("url-box", "muted");
        Tooltip why = new Tooltip();
        why.textProperty().bind(model.noTlsProperty());
        noTls.setTooltip(why);
        Showing.showWhile(noTls, model.noTlsProperty().isNotEmpty());
        root.getChildren().addAll(plain.root(), secure.root(), noTls);
        root.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(root, Priority.ALWAYS);
        root.widthProperty().addListener(property -> fit());
        noTls.managedProperty().addListener(property -> fit());
        noTls.textProperty().addListener(property -> fit());
        plain.whenChanged(this::fit);
        secure.whenChanged(this::fit);
    }

    Region root() {
        return root;
    }

    private void fit() {
        double beside = noTls.isManaged() ? SPACING + noTls.prefWidth(-1) : 0;
        double schemes = plain.width(false) + SPACING + secure.width(false) + beside;
        root.setMinWidth(schemes);
        root.setPrefWidth(schemes);
        double room = root.getWidth() - beside - SPACING;
        plain.show(plain.width(true) + secure.width(false) <= room);
        secure.show(plain.width(true) + secure.width(true) <= room);
    }
}
