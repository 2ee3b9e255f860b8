package io.scflocal.app.decode;

import java.util.Arrays;

/** Puts an {@link Outline} together, value by value. Confined to one thread. */
final class OutlineBuilder {
    /** More values are not shown as a tree: they would not fit into the heap. */
    static final int MAX_SIZE = 3_000_000;

    static final Outline.Kind[] KINDS = Outline.Kind.values();
    private static final int CHECK_EVERY = 0xFFFF;

    private final Cancellation cancellation;
    private final StringBuilder own = new StringBuilder();
    int size;
    byte[] kinds = new byte[64];
    int[] labelFrom = new int[64];
    int[] labelTo = new int[64];
    int[] from = new int[64];
    int[] to = new int[64];
    int[] ends = new int[64];
    int[] depths = new int[64];
    private int[] stack = new int[16];
    private int depth;
    private int pendingFrom = -1;
    private int pendingTo;

    OutlineBuilder(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** A builder for something beside the tree. */
    OutlineBuilder aside() {
        return new OutlineBuilder(cancellation);
    }

    /** The next value has this key; the positions are in the store. */
    void key(int keyFrom, int keyTo) {
        pendingFrom = keyFrom;
        pendingTo = keyTo;
    }

    /** The next value has this key. */
    void key(CharSequence text) {
        int start = own.length();
        own.append(text);
        key(start, own.length());
    }

    /** A value with a text; the positions are in the store. */
    void leaf(Outline.Kind kind, int textFrom, int textTo, long position) throws DecodeException {
        int node = add(kind, position);
        from[node] = textFrom;
        to[node] = textTo;
        ends[node] = size;
        closeTags();
    }

    /** A value with a text. */
    void leaf(Outline.Kind kind, CharSequence text, long position) throws DecodeException {
        int start = own.length();
        own.append(text);
        leaf(kind, start, own.length(), position);
    }

    /** An object or an array begins. */
    void open(Outline.Kind kind, long position) throws DecodeException {
        push(add(kind, position));
    }

    /** A tag; the next value is what it tags. */
    void tag(CharSequence text, long position) throws DecodeException {
        int start = own.length();
        own.append(text);
        int node = add(Outline.Kind.TAG, position);
        from[node] = start;
        to[node] = own.length();
        push(node);
    }

    private void push(int node) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
        }
        stack[depth] = node;
        depth++;
    }

    /** The object or array that was opened last ends. */
    void close() {
        depth--;
        ends[stack[depth]] = size;
        closeTags();
    }

    private void closeTags() {
        while (depth > 0 && kinds[stack[depth - 1]] == Outline.Kind.TAG.ordinal()) {
            depth--;
            ends[stack[depth]] = size;
        }
    }

    /** In how many values the next one lies. */
    int depth() {
        return depth;
    }

    /** Whether the next value lies in an object. */
    boolean inObject() {
        return depth > 0 && kinds[stack[depth - 1]] == Outline.Kind.OBJECT.ordinal();
    }

    private int add(Outline.Kind kind, long position) throws DecodeException {
        if (size == MAX_SIZE) {
            throw new DecodeException(Fault.TOO_LARGE, position);
        }
        if ((size & CHECK_EVERY) == 0) {
            cancellation.check();
        }
        if (size == kinds.length) {
            grow();
        }
        kinds[size] = (byte) kind.ordinal();
        depths[size] = depth;
        label();
        size++;
        return size - 1;
    }

    private void label() {
        int ordinal = -1;
        if (depth > 0) {
            int parent = stack[depth - 1];
            if (kinds[parent] != Outline.Kind.TAG.ordinal()) {
                ordinal = from[parent];
                from[parent]++;
            }
        }
        if (pendingFrom >= 0) {
            labelFrom[size] = pendingFrom;
            labelTo[size] = pendingTo;
            pendingFrom = -1;
        } else if (ordinal >= 0 && !inObject()) {
            labelFrom[size] = ~ordinal;
        } else {
            labelFrom[size] = 0;
            labelTo[size] = 0;
        }
    }

    private void grow() {
        int capacity = Math.min(MAX_SIZE, size * 2);
        kinds = Arrays.copyOf(kinds, capacity);
        labelFrom = Arrays.copyOf(labelFrom, capacity);
        labelTo = Arrays.copyOf(labelTo, capacity);
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
        ends = Arrays.copyOf(ends, capacity);
        depths = Arrays.copyOf(depths, capacity);
    }

    /** The tree; what is still open ends here. Positions are in {@code store}. */
    Outline build(CharSequence store) {
        while (depth > 0) {
            close();
        }
        return new Outline(this, store);
    }

    /** The tree; the texts are those that were given as texts. */
    Outline build() {
        return build(own);
    }
}
