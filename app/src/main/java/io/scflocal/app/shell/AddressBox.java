package io.scflocal.app.shell;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.fx.TextClipboard;
import io.scflocal.app.text.Texts;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** One address, whole or by its scheme only, with a button that copies all of it; takes no room while nobody can connect. */
final class AddressBox {
    private final ReadOnlyStringProperty address;
    private final Label text = new Label();
    private final HBox root;
    private boolean whole;

    /** {@code suffix} tells the ids and the texts of this address from those of the other. */
    AddressBox(String suffix, ReadOnlyStringProperty address, Texts texts) {
        this.address = address;
        text.setId("url" + suffix);
        text.getStyleClass().add("mono");
        text.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip full = new Tooltip();
        full.textProperty().bind(address);
        text.setTooltip(full);
        Button copy = new Button();
        copy.setId("copy-url" + suffix);
        copy.setGraphic(new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("button-icon", "flat");
        copy.accessibleTextProperty().bind(texts.bind("shell.copy-url" + suffix));
        Tooltip what = new Tooltip();
        what.textProperty().bind(texts.bind("shell.copy-url" + suffix));
        copy.setTooltip(what);
        copy.setOnAction(event -> TextClipboard.put(address.get()));
        root = new HBox(text, copy);
        root.getStyleClass().add("url-box");
        root.setAlignment(Pos.CENTER_LEFT);
        Showing.showWhile(root, address.isNotEmpty());
        address.subscribe(now -> show(whole));
    }

    Region root() {
        return root;
    }

    /** Runs {@code action} when its width may be another one. */
    void whenChanged(Runnable action) {
        address.subscribe(action);
        text.fontProperty().subscribe(action);
    }

    /** What it takes, in pixels; nothing while there is no address. */
    double width(boolean ofWhole) {
        if (address.get().isEmpty()) {
            return 0;
        }
        Text measured = new Text(ofWhole ? address.get() : scheme());
        measured.setFont(text.getFont());
        double beside = root.prefWidth(-1) - text.prefWidth(-1);
        return Math.ceil(measured.getLayoutBounds().getWidth()) + beside;
    }

    /** Shows the whole address or its scheme. */
    void show(boolean nowWhole) {
        whole = nowWhole;
        text.setText(whole ? address.get() : scheme());
    }

    private String scheme() {
        return address.get().replaceFirst(":.*", "");
    }
}
