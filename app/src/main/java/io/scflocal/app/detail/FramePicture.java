package io.scflocal.app.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** A frame as RFC 6455 section 5.2 draws it: 32 bits in a row, every field in its place. */
final class FramePicture extends GridPane {
    private static final int ROW_BITS = 32;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");

    private final List<VBox> cells = new ArrayList<>();
    private final Consumer<String> pointed;

    /** {@code pointed} is told the name of the field under the mouse; empty for none. */
    FramePicture(Consumer<String> pointed) {
        this.pointed = pointed;
        getStyleClass().addAll("frame-picture", "mono");
        for (int i = 0; i < ROW_BITS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / ROW_BITS);
            getColumnConstraints().add(column);
        }
    }

    /** Draws a frame. */
    void show(List<FrameFact> facts) {
        getChildren().clear();
        cells.clear();
        for (int bit = 0; bit < ROW_BITS; bit++) {
            Label number = new Label(Integer.toString(bit % 10));
            number.getStyleClass().add("bit-number");
            number.setMaxWidth(Double.MAX_VALUE);
            number.setAlignment(Pos.CENTER);
            add(number, bit, 0);
        }
        facts.forEach(this::draw);
    }

    private void draw(FrameFact fact) {
        boolean payload = fact.name().startsWith("Payload data");
        long from = fact.from();
        long end = payload ? (from / ROW_BITS + (from % ROW_BITS == 0 ? 1 : 2)) * ROW_BITS : from + fact.bits();
        boolean first = true;
        while (from < end) {
            long to = Math.min(end, (from / ROW_BITS + 1) * ROW_BITS);
            VBox cell = cell(fact, (int) (to - from), first);
            add(cell, (int) (from % ROW_BITS), (int) (from / ROW_BITS) + 1, (int) (to - from), 1);
            first = false;
            from = to;
        }
    }

    private VBox cell(FrameFact fact, int bits, boolean first) {
        Label value = new Label(first ? fact.value() : "⋯");
        value.getStyleClass().add("bit-value");
        Label name = new Label(bits == 1 ? String.join("\n", fact.name().split("")) : first ? fact.name() : "");
        name.getStyleClass().add("bit-name");
        value.setMinWidth(0);
        name.setMinWidth(0);
        VBox cell = new VBox(value, name);
        cell.setAlignment(bits == 1 ? Pos.TOP_CENTER : Pos.CENTER);
        cell.getStyleClass().add("bits");
        cell.setUserData(fact.name());
        cell.setAccessibleRole(AccessibleRole.TEXT);
        cell.setAccessibleText(fact.name() + " " + fact.value() + ": " + fact.meaning());
        cell.pseudoClassStateChanged(WRONG, fact.violation());
        cell.setOnMouseEntered(event -> pointed.accept(fact.name()));
        cell.setOnMouseExited(event -> pointed.accept(""));
        cells.add(cell);
        return cell;
    }

    /** Highlights the field of this name and no other. */
    void highlight(String name) {
        cells.forEach(cell -> cell.pseudoClassStateChanged(HIGHLIGHTED, name.equals(cell.getUserData())));
    }
}
