package io.scflocal.app.detail;

import io.scflocal.app.text.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The bytes of a frame: header, masking key and payload told apart by colour. */
final class HexTab extends VBox {
    private final CheckBox unmask = new CheckBox();
    private final LineList lines = new LineList(false);
    private Optional<FrameDetail> shown = Optional.empty();

    HexTab(Texts texts) {
        getStyleClass().add("detail-page");
        unmask.setSelected(true);
        unmask.textProperty().bind(texts.bind("detail.hex.unmask"));
        unmask.selectedProperty().addListener(property -> shown.ifPresent(this::show));
        unmask.managedProperty().bind(unmask.visibleProperty());
        FlowPane legend = new FlowPane(
                key(texts, "detail.hex.header", Run.Kind.HEADER),
                key(texts, "detail.hex.maskKey", Run.Kind.MASK_KEY),
                key(texts, "detail.hex.payload", Run.Kind.PLAIN),
                unmask);
        legend.getStyleClass().add("hex-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        lines.setId("detail-hex-lines");
        setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(legend, lines);
    }

    private static Label key(Texts texts, String key, Run.Kind kind) {
        Label label = new Label();
        label.getStyleClass().addAll("hex-key", kind.styleClass());
        label.textProperty().bind(texts.bind(key));
        return label;
    }

    /** Shows a frame. */
    void show(FrameDetail detail) {
        shown = Optional.of(detail);
        unmask.setVisible(detail.frame().header().masked());
        HexLines.Part part = unmask.isSelected() ? HexLines.Part.UNMASKED : HexLines.Part.WIRE;
        lines.show(new HexLines(detail.reader(), detail.frame(), part));
    }
}
