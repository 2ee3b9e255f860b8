package io.scflocal.app.detail;

import io.scflocal.app.decode.Cancellation;
import io.scflocal.app.decode.JsonEscapes;
import io.scflocal.app.decode.Outline;
import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.Run;
import io.scflocal.app.payload.Utf8;
import io.scflocal.app.text.Formats;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;

/**
 * A tree of values as lines: one for each value whose parents are all open.
 *
 * <p>Confined to one thread at a time.
 */
final class OutlineTree extends AbstractList<Line> implements RandomAccess {
    /** A tree with no more values than this is open when it is shown first. */
    private static final int OPEN_AT_FIRST = 300;

    private static final int MAX_INDENT = 40;
    private static final int SHOWN_CHARS = 300;
    private static final int SHOWN_LABEL = 100;

    private final Outline outline;
    private final BitSet open;
    private int[] rows = {};
    private int size;

    /** A tree whose first levels are open, so many that not too much is shown. */
    OutlineTree(Outline outline, Cancellation cancellation) {
        this.outline = outline;
        open = new BitSet(outline.size());
        boolean all = outline.size() <= OPEN_AT_FIRST;
        for (int node = 0; node < outline.size(); node++) {
            boolean opens = all || outline.depth(node) == 0;
            open.set(node, opens && outline.kind(node).isComposite());
            if ((node & 0xFFFF) == 0) {
                cancellation.check();
            }
        }
        fill();
    }

    private void fill() {
        size = 0;
        int node = 0;
        while (node < outline.size()) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, Math.max(64, size * 2));
            }
            rows[size] = node;
            size++;
            node = open.get(node) ? node + 1 : outline.end(node);
        }
    }

    /** The values. */
    Outline outline() {
        return outline;
    }

    /** The value in a row. */
    int node(int row) {
        return rows[row];
    }

    /** The row of a value, or of the nearest parent that is shown. */
    int row(int node) {
        int found = Arrays.binarySearch(rows, 0, size, node);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** Whether the value in a row has others below it that can be shown or hidden. */
    boolean canOpen(int row) {
        return outline.kind(node(row)).isComposite() && outline.children(node(row)) > 0;
    }

    /** Whether those below it are shown. */
    boolean isOpen(int row) {
        return open.get(node(row));
    }

    /** Shows or hides what is directly below the value in a row. */
    void open(int row, boolean on) {
        open.set(node(row), on && canOpen(row));
        fill();
    }

    /** Shows or hides everything below the value in a row. */
    void openAll(int row, boolean on) {
        int top = node(row);
        for (int node = top; node < outline.end(top); node++) {
            open.set(node, on && outline.kind(node).isComposite());
        }
        fill();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Line get(int row) {
        int node = node(row);
        List<Run> runs = new ArrayList<>();
        runs.add(new Run("  ".repeat(Math.min(outline.depth(node), MAX_INDENT)), Run.Kind.PLAIN));
        runs.add(new Run(canOpen(row) ? (isOpen(row) ? "▾ " : "▸ ") : "  ", Run.Kind.TWISTY));
        String label = label(node);
        if (!label.isEmpty()) {
            runs.add(new Run(Utf8.oneLine(label, SHOWN_LABEL), Run.Kind.KEY));
            runs.add(new Run(": ", Run.Kind.MUTED));
        }
        addValue(runs, node, isOpen(row));
        return new Line(runs);
    }

    private String label(int node) {
        String label = outline.label(node);
        if (label.length() > 1 && label.startsWith("\"") && label.endsWith("\"")) {
            return JsonEscapes.readable(label.substring(1, label.length() - 1));
        }
        return outline.ordinal(node) < 0 ? label : "[" + outline.ordinal(node) + "]";
    }

    private void addValue(List<Run> runs, int node, boolean isOpen) {
        Outline.Kind kind = outline.kind(node);
        if (kind == Outline.Kind.OBJECT || kind == Outline.Kind.ARRAY) {
            String brackets = kind == Outline.Kind.OBJECT ? "{}" : "[]";
            String count = Formats.count(outline.children(node));
            runs.add(new Run(
                    brackets.charAt(0)
                            + (outline.children(node) == 0 ? "" : isOpen ? count : "…" + count)
                            + brackets.charAt(1),
                    Run.Kind.MUTED));
            return;
        }
        String text = outline.text(node, 0, SHOWN_CHARS);
        String read = kind == Outline.Kind.STRING ? JsonEscapes.readable(text) : text;
        runs.add(new Run(Utf8.oneLine(read, SHOWN_CHARS), Colours.of(kind)));
        if (text.length() < outline.textLength(node)) {
            runs.add(new Run("… (" + Formats.count(outline.textLength(node)) + ")", Run.Kind.MUTED));
        }
    }
}
