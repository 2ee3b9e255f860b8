package io.scflocal.app.traffic;

import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.Direction;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * One visible row of the grid, used again for other frames. Its texts are placed by hand and unmanaged, so that a new text causes
 * no layout.
 */
final class GridRow extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass CONTROL = PseudoClass.getPseudoClass("control");
    private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close");
    private static final PseudoClass CLOSE_ERROR = PseudoClass.getPseudoClass("close-error");

    private final GridHeader header;
    private final Texts texts;
    private final Text[] cells = new Text[Column.values().length];
    private final Text up = arrow("↑", "arrow-c2f");
    private final Text down = arrow("↓", "arrow-f2c");
    private FrameRow.Tone tone = FrameRow.Tone.DATA;
    private Optional<FrameRow> shown = Optional.empty();

    GridRow(GridHeader header, Texts texts) {
        this.header = header;
        this.texts = texts;
        getStyleClass().add("frame-row");
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        setManaged(false);
        for (Column column : Column.values()) {
            Text cell = text(column.styleClass());
            if (!column.isRight()) {
                cell.setClip(new Rectangle());
            }
            cells[column.ordinal()] = cell;
        }
        getChildren().addAll(cells);
        getChildren().addAll(up, down);
    }

    private static Text arrow(String arrow, String styleClass) {
        Text text = text(styleClass);
        text.setText(arrow);
        text.setVisible(false);
        return text;
    }

    private static Text text(String styleClass) {
        Text text = new Text();
        text.setManaged(false);
        text.setTextOrigin(VPos.CENTER);
        text.getStyleClass().addAll("frame-cell", styleClass);
        return text;
    }

    /** Draws a frame. */
    void show(FrameRow row) {
        shown = Optional.of(row);
        for (Column column : Column.values()) {
            Text cell = cells[column.ordinal()];
            String text = column.text(row);
            if (!text.equals(cell.getText())) {
                cell.setText(text);
                if (column.isRight()) {
                    alignRight(column, cell);
                }
            }
        }
        up.setVisible(row.frame().direction() == Direction.CLIENT_TO_FUNCTION);
        down.setVisible(row.frame().direction() == Direction.FUNCTION_TO_CLIENT);
        paint(row.tone());
        setVisible(true);
    }

    private void paint(FrameRow.Tone now) {
        if (now != tone) {
            tone = now;
            Text opcode = cells[Column.OPCODE.ordinal()];
            opcode.pseudoClassStateChanged(CONTROL, now == FrameRow.Tone.CONTROL);
            opcode.pseudoClassStateChanged(CLOSE, now == FrameRow.Tone.CLOSE);
            opcode.pseudoClassStateChanged(CLOSE_ERROR, now == FrameRow.Tone.CLOSE_ERROR);
        }
    }

    /** Marks the row as the selected one, or not. */
    void selected(boolean on) {
        pseudoClassStateChanged(SELECTED, on);
    }

    /** What the cell in {@code column} shows. */
    String text(Column column) {
        return cells[column.ordinal()].getText();
    }

    /** The sentence is made when a screen reader asks for it, not for each of a hundred thousand frames a second. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? shown.map(row -> spoken(texts.messages(), row)).orElse("")
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    static String spoken(Messages messages, FrameRow row) {
        return messages.get(
                "traffic.row.spoken",
                row.number(),
                FrameWords.direction(messages, row.frame().direction()),
                row.opcode(),
                row.length(),
                row.payload());
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.floor(getHeight() / 2);
        for (Column column : Column.values()) {
            Text cell = cells[column.ordinal()];
            cell.setLayoutY(middle);
            if (column.isRight()) {
                alignRight(column, cell);
            } else {
                cell.setLayoutX(header.left(column) + GridHeader.PADDING);
                double room = header.width(column, getWidth()) - 2 * GridHeader.PADDING;
                clip((Rectangle) cell.getClip(), Math.max(0, room));
            }
        }
        for (Text arrow : new Text[] {up, down}) {
            arrow.setLayoutX(header.left(Column.DIRECTION) + GridHeader.PADDING);
            arrow.setLayoutY(middle);
        }
    }

    private void clip(Rectangle clip, double width) {
        clip.setY(-getHeight() / 2);
        clip.setWidth(width);
        clip.setHeight(getHeight());
    }

    private void alignRight(Column column, Text cell) {
        double left = header.left(column) + GridHeader.PADDING;
        double room = header.width(column, getWidth()) - 2 * GridHeader.PADDING;
        double width = cell.getLayoutBounds().getWidth();
        cell.setLayoutX(Math.round(left + Math.max(0, room - width)));
    }
}
