package io.scflocal.app.detail;

import io.scflocal.app.lines.Line;
import io.scflocal.app.payload.ByteSource;
import io.scflocal.app.payload.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The text of a large payload in lines of a fixed number of bytes, read from the capture one line at a time, so that its size
 * doesn't matter. Line ends within it are shown as signs.
 */
final class RawLines extends AbstractList<Line> implements RandomAccess {
    private static final int LINE_BYTES = 256;
    private static final int LONGEST_CHARACTER = 4;

    private final ByteSource content;

    RawLines(ByteSource content) {
        this.content = content;
    }

    @Override
    public int size() {
        return (int) ((content.length() + (long) LINE_BYTES - 1) / LINE_BYTES);
    }

    /** A character that crosses the border of two lines belongs to the first one. */
    @Override
    public Line get(int index) {
        byte[] bytes = content.read((long) index * LINE_BYTES, LINE_BYTES + LONGEST_CHARACTER - 1);
        int from = index == 0 ? 0 : firstCharacter(bytes, 0);
        int to = firstCharacter(bytes, LINE_BYTES);
        String text = new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
        return Line.plain(Utf8.oneLine(text, Line.MAX_CHARS));
    }

    private static int firstCharacter(byte[] bytes, int from) {
        int at = Math.min(from, bytes.length);
        while (at < Math.min(bytes.length, from + LONGEST_CHARACTER - 1) && Utf8.isContinuation(bytes[at])) {
            at++;
        }
        return at;
    }
}
