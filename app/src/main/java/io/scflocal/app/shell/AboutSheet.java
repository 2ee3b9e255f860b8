package io.scflocal.app.shell;

import io.scflocal.app.fx.WrappedLabel;
import io.scflocal.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Which version it is, what it does not do behind the user's back, and what it is made of.
 *
 * <p>JavaFX thread only.
 */
final class AboutSheet {
    private static final double WIDTH = 560;
    private static final double GAP = 14;

    private final VBox root = new VBox(GAP);

    /** In the language of the moment. */
    AboutSheet(Texts texts) {
        root.setId("about");
        root.getStyleClass().addAll("overlay-card");
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        root.setPrefWidth(WIDTH);
        ImageView icon = new ImageView(
                new Image(AboutSheet.class.getResourceAsStream("/io/scflocal/app/icons/scf-local-64.png")));
        Label name = new Label("SCF Local " + version());
        name.getStyleClass().add("overlay-title");
        Label java = new Label(texts.get("about.java", Runtime.version().toString(), System.getProperty("os.name")));
        java.getStyleClass().add("muted");
        HBox head = new HBox(GAP, icon, new VBox(name, new Label(texts.get("about.purpose")), java));
        root.getChildren()
                .addAll(
                        head,
                        new WrappedLabel(texts.get("about.privacy")),
                        new WrappedLabel(texts.get("about.licence")));
        TextArea licences = new TextArea();
        Licences.all().forEach(entry -> licences.appendText(entry.name() + "  –  " + entry.licence() + "\n"));
        licences.setEditable(false);
        licences.positionCaret(0);
        licences.setPrefRowCount(10);
        licences.setAccessibleText(texts.get("about.bundled"));
        Label bundled = new Label(texts.get("about.bundled"));
        bundled.getStyleClass().add("section-title");
        root.getChildren().addAll(bundled, licences);
    }

    Region root() {
        return root;
    }

    private static String version() {
        String version = AboutSheet.class.getPackage().getImplementationVersion();
        return version == null ? "(dev)" : version;
    }
}
