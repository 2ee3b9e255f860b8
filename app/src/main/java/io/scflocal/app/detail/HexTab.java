package io.scflocal.app.detail;

import io.scflocal.app.fx.Showing;
import io.scflocal.app.lines.LineArea;
import io.scflocal.app.lines.Run;
import io.scflocal.app.text.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The bytes of a frame: header, masking key and payload told apart by colour. Pointing at a field highlights its bytes, and pointing at
 * bytes highlights their field.
 */
final class HexTab extends VBox {
    /** Room for a line of sixteen bytes, in pixels. */
    private static final double WIDE_HEX = 500;

    private static final double ROOM_FOR_STRIP = 260;

    private final Texts texts;
    private final FieldStrip strip = new FieldStrip(true);
    private final CheckBox unmask = new CheckBox();
    private final LineArea lines = new LineArea(false);
    private Optional<FrameDetail> shown = Optional.empty();
    private boolean wide;

    HexTab(Texts texts) {
        this.texts = texts;
        getStyleClass().add("detail-page");
        unmask.setSelected(true);
        unmask.textProperty().bind(texts.bind("detail.hex.unmask"));
        unmask.selectedProperty().addListener(property -> fill());
        unmask.managedProperty().bind(unmask.visibleProperty());
        Label maskKey = key(texts, "detail.hex.maskKey", Run.Kind.MASK_KEY);
        Showing.showWhile(maskKey, unmask.visibleProperty());
        FlowPane legend = new FlowPane(
                key(texts, "detail.hex.header", Run.Kind.HEADER),
                maskKey,
                key(texts, "detail.hex.payload", Run.Kind.PLAIN),
                unmask);
        legend.getStyleClass().add("hex-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        lines.setId("detail-hex-lines");
        lines.widthProperty().addListener(property -> widthChanged());
        strip.highlightProperty().addListener((property, before, now) -> lines.highlightProperty()
                .set(now));
        lines.hoveredProperty().addListener((property, before, now) -> strip.highlightProperty()
                .set(now.isEmpty() ? strip.chosen().map(Enum::name).orElse("") : now));
        strip.visibleProperty().bind(heightProperty().greaterThan(ROOM_FOR_STRIP));
        strip.managedProperty().bind(strip.visibleProperty());
        setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(strip, legend, lines);
    }

    private static Label key(Texts texts, String key, Run.Kind kind) {
        Label label = new Label();
        label.getStyleClass().addAll("hex-key", kind.styleClass());
        label.textProperty().bind(texts.bind(key));
        return label;
    }

    private void widthChanged() {
        if (wide != lines.getWidth() >= WIDE_HEX) {
            fill();
        }
    }

    /** Shows a frame. */
    void show(FrameDetail detail) {
        shown = Optional.of(detail);
        strip.show(texts.messages(), detail.content());
        fill();
    }

    private void fill() {
        shown.ifPresent(detail -> {
            wide = lines.getWidth() >= WIDE_HEX;
            unmask.setVisible(detail.frame().header().masked());
            FrameBytes bytes = new FrameBytes(detail.reader(), detail.frame(), unmask.isSelected());
            HexLines hex = new HexLines(bytes, HeaderPart.of(detail.frame().header()));
            lines.show(hex.inLinesOf(wide ? HexLines.WIDE_LINE : HexLines.NARROW_LINE));
        });
    }
}
