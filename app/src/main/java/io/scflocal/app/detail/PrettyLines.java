package io.scflocal.app.detail;

import io.scflocal.app.decode.Cancellation;
import io.scflocal.app.decode.Outline;
import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.Run;
import io.scflocal.app.payload.Utf8;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A tree of values laid out as text, eight bytes a line: each line is written when it is asked for. Short arrays of plain values stay on
 * one line, long texts go on over several.
 */
final class PrettyLines extends AbstractList<Line> implements RandomAccess {
    private static final int INLINE_CHARS = 72;
    private static final int PIECE_CHARS = 300;
    private static final int SHOWN_LABEL = 100;
    /** Deeper levels aren't indented further: a million brackets must not make a million times a million spaces. */
    private static final int MAX_INDENT = 40;

    private static final int PIECE_BITS = 28;
    private static final int PIECE_MASK = (1 << PIECE_BITS) - 1;
    private static final Part[] PARTS = Part.values();

    private final Outline outline;
    private long[] lines = new long[64];
    private int size;

    /** What of a value stands on a line. */
    private enum Part {
        /** A value without others in it, or a piece of its text. */
        PLAIN,
        OPEN,
        CLOSE,
        /** An array with all that is in it. */
        INLINE
    }

    PrettyLines(Outline outline, Cancellation cancellation) {
        this.outline = outline;
        int[] open = new int[64];
        int depth = 0;
        int node = 0;
        while (node < outline.size()) {
            if ((node & 0xFFF) == 0) {
                cancellation.check();
            }
            while (depth > 0 && outline.end(open[depth - 1]) <= node) {
                depth--;
                add(open[depth], Part.CLOSE, 0);
            }
            if (outline.kind(node).isComposite() && outline.children(node) > 0 && !isShort(node)) {
                add(node, Part.OPEN, 0);
                if (depth == open.length) {
                    open = Arrays.copyOf(open, depth * 2);
                }
                open[depth] = node;
                depth++;
                node++;
            } else {
                addPlain(node);
                node = outline.end(node);
            }
        }
        while (depth > 0) {
            depth--;
            add(open[depth], Part.CLOSE, 0);
        }
    }

    private void addPlain(int node) {
        if (outline.kind(node).isComposite()) {
            add(node, Part.INLINE, 0);
            return;
        }
        int pieces = Math.max(1, (outline.textLength(node) + PIECE_CHARS - 1) / PIECE_CHARS);
        for (int piece = 0; piece < pieces; piece++) {
            add(node, Part.PLAIN, piece);
        }
    }

    private void add(int node, Part part, int piece) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
        }
        lines[size] = (long) node << 32 | (long) part.ordinal() << PIECE_BITS | piece;
        size++;
    }

    /** Whether an array fits on one line and has no depth. */
    private boolean isShort(int array) {
        if (outline.kind(array) != Outline.Kind.ARRAY) {
            return false;
        }
        int length = 2;
        for (int node = array + 1; node < outline.end(array); node++) {
            length += outline.textLength(node) + 2;
            if (outline.kind(node).isComposite() || length > INLINE_CHARS) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Line get(int index) {
        int node = (int) (lines[index] >>> 32);
        int piece = (int) lines[index] & PIECE_MASK;
        Part part = PARTS[(int) lines[index] >>> PIECE_BITS];
        List<Run> runs = new ArrayList<>();
        if (piece == 0) {
            runs.add(new Run("  ".repeat(Math.min(outline.depth(node), MAX_INDENT)), Run.Kind.PLAIN));
            addLabel(runs, node, part);
        }
        switch (part) {
            case PLAIN -> addPiece(runs, node, piece);
            case OPEN -> runs.add(new Run(opening(node), Run.Kind.PLAIN));
            case CLOSE -> runs.add(new Run(closing(node), Run.Kind.PLAIN));
            case INLINE -> addInline(runs, node);
        }
        boolean ends = part != Part.OPEN && (part != Part.PLAIN || cut(node, piece + 1) == outline.textLength(node));
        if (ends && hasNext(node)) {
            runs.add(new Run(",", Run.Kind.PLAIN));
        }
        return new Line(runs);
    }

    private void addLabel(List<Run> runs, int node, Part part) {
        String label = outline.label(node);
        if (part != Part.CLOSE && !label.isEmpty()) {
            runs.add(new Run(Utf8.oneLine(label, SHOWN_LABEL), Run.Kind.KEY));
            runs.add(new Run(": ", Run.Kind.PLAIN));
        }
    }

    private void addPiece(List<Run> runs, int node, int piece) {
        int from = cut(node, piece);
        String text = outline.text(node, from, cut(node, piece + 1) - from);
        runs.add(new Run(Utf8.oneLine(text, PIECE_CHARS + 1), Colours.of(outline.kind(node))));
    }

    /** Where a piece begins: never between the two halves of a character. */
    private int cut(int node, int piece) {
        int at = Math.min(outline.textLength(node), piece * PIECE_CHARS);
        boolean split = at > 0
                && at < outline.textLength(node)
                && Character.isLowSurrogate(outline.text(node, at, 1).charAt(0));
        return split ? at + 1 : at;
    }

    private void addInline(List<Run> runs, int array) {
        boolean empty = outline.children(array) == 0;
        runs.add(new Run(opening(array) + (empty ? "" : " "), Run.Kind.PLAIN));
        for (int node = array + 1; node < outline.end(array); node++) {
            runs.add(new Run(Utf8.oneLine(outline.text(node), INLINE_CHARS), Colours.of(outline.kind(node))));
            runs.add(new Run(hasNext(node) ? ", " : " ", Run.Kind.PLAIN));
        }
        runs.add(new Run(closing(array), Run.Kind.PLAIN));
    }

    private boolean hasNext(int node) {
        int next = outline.end(node);
        return next < outline.size() && outline.depth(next) == outline.depth(node);
    }

    private String opening(int node) {
        return switch (outline.kind(node)) {
            case OBJECT -> "{";
            case TAG -> outline.text(node) + " (";
            default -> "[";
        };
    }

    private String closing(int node) {
        return switch (outline.kind(node)) {
            case OBJECT -> "}";
            case TAG -> ")";
            default -> "]";
        };
    }
}
