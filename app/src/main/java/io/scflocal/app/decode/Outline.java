package io.scflocal.app.decode;

/**
 * A tree of values, kept in arrays: some 30 bytes a value, so that a document of megabytes fits. The values are numbered in the order in
 * which they are written; the first one is the root. Nothing is converted: a number is the digits that were there.
 *
 * <p>Immutable.
 */
public final class Outline {
    private final CharSequence store;
    private final int size;
    private final byte[] kinds;
    private final int[] labelFrom;
    private final int[] labelTo;
    private final int[] from;
    private final int[] to;
    private final int[] ends;
    private final int[] depths;

    /** The kinds of value. */
    public enum Kind {
        OBJECT,
        ARRAY,
        /** A value with a tag before it; has one child. */
        TAG,
        STRING,
        NUMBER,
        /** true, false, null and their like. */
        LITERAL,
        BYTES;

        /** Whether it consists of other values. */
        public boolean isComposite() {
            return this == OBJECT || this == ARRAY || this == TAG;
        }
    }

    Outline(OutlineBuilder built, CharSequence store) {
        this.store = store;
        size = built.size;
        kinds = built.kinds;
        labelFrom = built.labelFrom;
        labelTo = built.labelTo;
        from = built.from;
        to = built.to;
        ends = built.ends;
        depths = built.depths;
    }

    /** How many values there are. */
    public int size() {
        return size;
    }

    /** What kind of value it is. */
    public Kind kind(int node) {
        return OutlineBuilder.KINDS[kinds[node]];
    }

    /** Number of the first value behind this one and everything in it. */
    public int end(int node) {
        return ends[node];
    }

    /** How many values it lies in. */
    public int depth(int node) {
        return depths[node];
    }

    /** Its place in the array it lies in, from 0; -1 if it lies in none. */
    public int ordinal(int node) {
        return labelFrom[node] < 0 ? ~labelFrom[node] : -1;
    }

    /** Its key as it was written, in quotes if it was; empty if it has none. */
    public String label(int node) {
        return labelFrom[node] < 0
                ? ""
                : store.subSequence(labelFrom[node], labelTo[node]).toString();
    }

    /** How many values lie directly in it. */
    public int children(int node) {
        return kind(node) == Kind.TAG ? 1 : from[node];
    }

    /** Length of its text. */
    public int textLength(int node) {
        return kind(node) == Kind.OBJECT || kind(node) == Kind.ARRAY ? 0 : to[node] - from[node];
    }

    /** Its text from {@code start} on, at most {@code max} characters: a string in its quotes, a number as it was written. */
    public String text(int node, int start, int max) {
        int length = textLength(node);
        int begin = Math.min(start, length);
        return store.subSequence(from[node] + begin, from[node] + Math.min(length, begin + max))
                .toString();
    }

    /** Its whole text. */
    public String text(int node) {
        return text(node, 0, textLength(node));
    }

    /** The value in which it lies; -1 for the root. */
    public int parent(int node) {
        int parent = node - 1;
        while (parent >= 0 && ends[parent] <= node) {
            parent--;
        }
        return parent;
    }
}
