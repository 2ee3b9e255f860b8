package io.scflocal.core.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines of text. Bytes are cut before they are decoded, so a character that is split between two reads stays whole. A
 * line that exceeds the limit comes in pieces, cut between characters. Not thread-safe.
 */
final class LineSplitter {
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;
    private static final int LONGEST_CHARACTER = 4;

    private final Consumer<String> lines;
    private final byte[] pending;
    private int length;

    LineSplitter(int limit, Consumer<String> lines) {
        this.lines = lines;
        this.pending = new byte[limit];
    }

    void accept(byte[] bytes, int count) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                append(bytes, from, i);
                endLine();
                from = i + 1;
            }
        }
        append(bytes, from, count);
    }

    /** Hands out a last line that has no line ending. */
    void finish() {
        if (length > 0) {
            endLine();
        }
    }

    private void append(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (length == pending.length) {
                endPiece();
            }
            int count = Math.min(to - at, pending.length - length);
            System.arraycopy(bytes, at, pending, length, count);
            length += count;
            at += count;
        }
    }

    private void endLine() {
        int end = length > 0 && pending[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        lines.accept(new String(pending, 0, end, StandardCharsets.UTF_8));
    }

    private void endPiece() {
        int end = characterBorder();
        String piece = new String(pending, 0, end, StandardCharsets.UTF_8);
        byte[] rest = Arrays.copyOfRange(pending, end, length);
        System.arraycopy(rest, 0, pending, 0, rest.length);
        length = rest.length;
        lines.accept(piece);
    }

    /** Where the last character that may be incomplete begins. */
    private int characterBorder() {
        for (int back = 1; back < LONGEST_CHARACTER; back++) {
            int value = pending[length - back];
            if ((value & CONTINUATION_MASK) == CONTINUATION_MASK) {
                return length - back;
            }
            if ((value & CONTINUATION_MASK) != CONTINUATION) {
                return length;
            }
        }
        return length;
    }
}
