package io.scflocal.app.detail;

import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.Run;
import io.scflocal.app.payload.ByteSource;
import io.scflocal.app.text.Formats;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/** Bytes as hexadecimal lines: offset, bytes, ASCII. Each line is read when it is asked for. */
final class HexLines extends AbstractList<Line> implements RandomAccess {
    /** As many as other viewers show in a line. */
    static final int WIDE_LINE = 16;

    /** What fits into a narrow pane. */
    static final int NARROW_LINE = 8;

    private final ByteSource bytes;
    private final List<HeaderPart.Range> header;
    private final int lineBytes;

    /** Bytes that begin with a header, of which {@code header} tells the parts; the rest is payload. */
    HexLines(ByteSource bytes, List<HeaderPart.Range> header) {
        this(bytes, header, WIDE_LINE);
    }

    /** Bytes without a header. */
    HexLines(ByteSource bytes) {
        this(bytes, List.of(), WIDE_LINE);
    }

    private HexLines(ByteSource bytes, List<HeaderPart.Range> header, int lineBytes) {
        this.bytes = bytes;
        this.header = List.copyOf(header);
        this.lineBytes = lineBytes;
    }

    /** The same bytes, so many in a line. */
    HexLines inLinesOf(int count) {
        return new HexLines(bytes, header, count);
    }

    @Override
    public int size() {
        return (int) (((long) bytes.length() + lineBytes - 1) / lineBytes);
    }

    @Override
    public Line get(int index) {
        long offset = (long) index * lineBytes;
        byte[] line = bytes.read(offset, lineBytes);
        List<Run> hex = new ArrayList<>();
        List<Run> ascii = new ArrayList<>();
        int done = 0;
        for (HeaderPart.Range range : header) {
            int to = within(range.to() - offset, line.length);
            add(hex, ascii, range.part(), line, done, to);
            done = Math.max(done, to);
        }
        add(hex, ascii, HeaderPart.PAYLOAD, line, done, line.length);
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(Formats.hex(offset, 8) + "  ", Run.Kind.OFFSET));
        runs.addAll(hex);
        runs.add(new Run("   ".repeat(lineBytes - line.length) + " ", Run.Kind.ASCII));
        runs.addAll(ascii);
        return new Line(runs);
    }

    private static int within(long value, int length) {
        return (int) Math.max(0, Math.min(value, length));
    }

    private void add(List<Run> hex, List<Run> ascii, HeaderPart part, byte[] line, int from, int to) {
        if (from < to) {
            // Without a header there is nothing to be linked with.
            String name = header.isEmpty() ? "" : part.name();
            hex.add(new Run(Formats.hex(line, from, to) + " ", kind(part), name));
            ascii.add(new Run(ascii(line, from, to), Run.Kind.ASCII, name));
        }
    }

    private static Run.Kind kind(HeaderPart part) {
        return switch (part) {
            case FIRST, SECOND, EXTENDED_LENGTH -> Run.Kind.HEADER;
            case MASK_KEY -> Run.Kind.MASK_KEY;
            case PAYLOAD -> Run.Kind.PLAIN;
        };
    }

    private static String ascii(byte[] line, int from, int to) {
        StringBuilder ascii = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            ascii.append(line[i] >= ' ' && line[i] < 0x7F ? (char) line[i] : '.');
        }
        return ascii.toString();
    }
}
