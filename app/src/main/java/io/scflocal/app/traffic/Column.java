package io.scflocal.app.traffic;

import java.util.Locale;
import java.util.function.Function;

/** The columns of the grid, at first in this order; the payload takes what width is left. */
enum Column {
    NUMBER(54, true, FrameRow::number),
    TIME(94, false, FrameRow::time),
    DELTA(62, true, FrameRow::delta),
    CONNECTION(48, true, FrameRow::connection),
    DIRECTION(24, false, row -> ""),
    OPCODE(94, false, FrameRow::opcode),
    FLAGS(98, false, FrameRow::flags),
    LENGTH(68, true, FrameRow::length),
    PAYLOAD(200, false, FrameRow::payload);

    static final double MIN_WIDTH = 24;

    private final double width;
    private final boolean right;
    private final Function<FrameRow, String> text;

    Column(double width, boolean right, Function<FrameRow, String> text) {
        this.width = width;
        this.right = right;
        this.text = text;
    }

    /** Width at first, in pixels. */
    double width() {
        return width;
    }

    /** Whether its texts stand at the right edge. */
    boolean isRight() {
        return right;
    }

    /** What it shows of a row. */
    String text(FrameRow row) {
        return text.apply(row);
    }

    /** Key of its heading. */
    String key() {
        return "traffic.column." + id();
    }

    /** Key of its name in the menu, which is longer where the heading is short. */
    String nameKey() {
        return "frames.column." + id();
    }

    /** CSS class of its texts. */
    String styleClass() {
        return "column-" + id();
    }

    /** Its name in ids of nodes and in keys. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
