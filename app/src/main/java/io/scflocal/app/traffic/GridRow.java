package io.scflocal.app.traffic;

import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Texts;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * One visible row of the grid, used again for other frames. Its texts are placed by hand and unmanaged, so that a new text causes
 * no layout.
 */
final class GridRow extends Region {
    private static final double GAP_LEFT = 14;
    private static final double WIDEST_TIP = 420;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final PseudoClass INJECTED = PseudoClass.getPseudoClass("injected");
    private static final PseudoClass PLATFORM = PseudoClass.getPseudoClass("platform");

    private final ColumnLayout columns;
    private final Texts texts;
    private final Text[] cells = new Text[Column.values().length];
    private final ColumnLayout.Place[] places = new ColumnLayout.Place[cells.length];
    private final Text up = arrow("↑", "arrow-c2f");
    private final Text down = arrow("↓", "arrow-f2c");
    private final Text mark = arrow("★", "frame-mark");
    private final Text gap = text("frame-gap");
    /** In a narrow list the sentence is cut. */
    private final Tooltip wholeGap = new Tooltip();

    private final Path highlight = new Path();
    private FrameRow.Tone tone = FrameRow.Tone.DATA;
    private RowState state = RowState.PLAIN;
    private Optional<FrameRow> shown = Optional.empty();

    GridRow(ColumnLayout columns, Texts texts) {
        this.columns = columns;
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
        highlight.setManaged(false);
        highlight.getStyleClass().add("frame-highlight");
        highlight.setClip(new Rectangle());
        getChildren().add(highlight);
        getChildren().addAll(cells);
        getChildren().addAll(up, down, mark, gap);
        gap.setVisible(false);
        wholeGap.setWrapText(true);
        wholeGap.setMaxWidth(WIDEST_TIP);
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
    void show(FrameRow row, RowState now) {
        shown = Optional.of(row);
        if (gap.isVisible()) {
            gap.setVisible(false);
            Tooltip.uninstall(this, wholeGap);
        }
        for (Column column : Column.values()) {
            Text cell = cells[column.ordinal()];
            String text = column.text(row);
            if (!text.equals(cell.getText())) {
                cell.setText(text);
                alignRight(column);
            }
        }
        showArrow();
        paint(row.tone());
        look(now, row.frame().origin());
    }

    /** Says in the whole row that frames are missing. */
    void showGap(String text, boolean selected) {
        shown = Optional.empty();
        gap.setText(text);
        wholeGap.setText(text);
        if (!gap.isVisible()) {
            gap.setVisible(true);
            Tooltip.install(this, wholeGap);
        }
        for (Text cell : cells) {
            cell.setText("");
        }
        showArrow();
        paint(FrameRow.Tone.GONE);
        look(new RowState(selected, selected, false, false), FrameOrigin.PEER);
    }

    private void look(RowState now, FrameOrigin origin) {
        state = now;
        pseudoClassStateChanged(SELECTED, now.selected());
        pseudoClassStateChanged(LEAD, now.lead());
        pseudoClassStateChanged(HIT, now.hit());
        pseudoClassStateChanged(INJECTED, origin == FrameOrigin.USER);
        pseudoClassStateChanged(PLATFORM, origin == FrameOrigin.PLATFORM);
        mark.setVisible(now.marked());
        setVisible(true);
    }

    /** Asked again by every layout: a row that is new has no columns yet when it is drawn first. */
    private void showArrow() {
        Optional<Direction> direction = places[Column.DIRECTION.ordinal()] == null
                ? Optional.empty()
                : shown.map(row -> row.frame().direction());
        up.setVisible(direction.equals(Optional.of(Direction.CLIENT_TO_FUNCTION)));
        down.setVisible(direction.equals(Optional.of(Direction.FUNCTION_TO_CLIENT)));
    }

    /** Lays colour under parts of the payload that was drawn last. */
    void highlight(List<FindViewModel.Part> parts) {
        highlight.getElements().clear();
        Text payload = cells[Column.PAYLOAD.ordinal()];
        highlight.setVisible(payload.isVisible());
        for (FindViewModel.Part part : parts) {
            highlight.getElements().addAll(payload.rangeShape(part.from(), part.to()));
        }
    }

    private void paint(FrameRow.Tone now) {
        if (now != tone) {
            for (Column column : new Column[] {Column.OPCODE, Column.PAYLOAD}) {
                cells[column.ordinal()].pseudoClassStateChanged(pseudoClass(tone), false);
                cells[column.ordinal()].pseudoClassStateChanged(pseudoClass(now), true);
            }
            pseudoClassStateChanged(pseudoClass(tone), false);
            pseudoClassStateChanged(pseudoClass(now), true);
            tone = now;
        }
    }

    private static PseudoClass pseudoClass(FrameRow.Tone tone) {
        return PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What the cell in {@code column} shows; empty when the column isn't there. */
    String text(Column column) {
        Text cell = cells[column.ordinal()];
        return cell.isVisible() ? cell.getText() : "";
    }

    /** The sentence is made when a screen reader asks for it, not for each of a hundred thousand frames a second. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> shown.map(row -> spoken(texts.messages(), row)).orElseGet(gap::getText);
            case SELECTED -> state.selected();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
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
        Arrays.fill(places, null);
        columns.places(getWidth()).forEach(place -> places[place.column().ordinal()] = place);
        double middle = Math.floor(getHeight() / 2);
        for (Column column : Column.values()) {
            Text cell = cells[column.ordinal()];
            ColumnLayout.Place place = places[column.ordinal()];
            cell.setVisible(place != null);
            if (place != null) {
                cell.setLayoutY(middle);
                if (!column.isRight()) {
                    cell.setLayoutX(place.left() + GridHeader.PADDING);
                    clip((Rectangle) cell.getClip(), Math.max(0, place.width() - 2 * GridHeader.PADDING));
                }
                alignRight(column);
            }
        }
        Text payload = cells[Column.PAYLOAD.ordinal()];
        highlight.setLayoutX(payload.getLayoutX());
        highlight.setLayoutY(payload.getLayoutY());
        Rectangle payloadClip = (Rectangle) payload.getClip();
        clip((Rectangle) highlight.getClip(), payloadClip.getWidth());
        gap.setLayoutX(GAP_LEFT);
        gap.setLayoutY(middle);
        mark.setLayoutX(1);
        mark.setLayoutY(middle);
        ColumnLayout.Place direction = places[Column.DIRECTION.ordinal()];
        showArrow();
        for (Text arrow : new Text[] {up, down}) {
            arrow.setLayoutX((direction == null ? 0 : direction.left()) + GridHeader.PADDING);
            arrow.setLayoutY(middle);
        }
    }

    private void clip(Rectangle clip, double width) {
        clip.setY(-getHeight() / 2);
        clip.setWidth(width);
        clip.setHeight(getHeight());
    }

    private void alignRight(Column column) {
        ColumnLayout.Place place = places[column.ordinal()];
        if (column.isRight() && place != null) {
            Text cell = cells[column.ordinal()];
            double room = place.width() - 2 * GridHeader.PADDING;
            double width = cell.getLayoutBounds().getWidth();
            cell.setLayoutX(Math.round(place.left() + GridHeader.PADDING + Math.max(0, room - width)));
        }
    }
}
