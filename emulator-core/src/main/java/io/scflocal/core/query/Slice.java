package io.scflocal.core.query;

import org.jspecify.annotations.Nullable;

/**
 * A part of bytes or of a text: {@code [i]}, {@code [i:length]}, {@code [i-last]}, {@code [i:]} or {@code [:length]}.
 *
 * @param start the first one; negative counts from the end
 * @param length how many; null means up to the end
 */
public record Slice(int start, @Nullable Integer length) {

    /** Whether it is one byte or character. */
    public boolean single() {
        return length != null && length == 1;
    }

    /** Where the part begins in {@code total}; negative if there is no such part. */
    int from(int total) {
        int from = start < 0 ? total + start : start;
        return from < 0 || from > total || length != null && length > total - from ? -1 : from;
    }

    /** Where the part that begins at {@code from} ends, exclusive. */
    int to(int from, int total) {
        return length == null ? total : from + length;
    }
}
