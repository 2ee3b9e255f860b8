package io.scflocal.app.detail;

import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.Payloads;
import io.scflocal.app.text.Formats;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/** A frame as hexadecimal lines: offset, bytes, ASCII. Each line is read from the capture when it is asked for. */
final class HexLines extends AbstractList<Line> implements RandomAccess {
    /** As many as other viewers show in a line. */
    static final int WIDE_LINE = 16;

    /** What fits into a narrow pane. */
    static final int NARROW_LINE = 8;

    private static final int MASK_KEY_BYTES = 4;

    /** Which bytes are shown. */
    enum Part {
        /** Header and payload as they were on the wire. */
        WIRE,
        /** Header as it was on the wire, payload without its mask. */
        UNMASKED,
        /** Only the payload, without its mask. */
        PAYLOAD
    }

    private final CaptureReader reader;
    private final FrameRecord frame;
    private final Part part;
    private final Content payload;
    private final int lineBytes;

    HexLines(CaptureReader reader, FrameRecord frame, Part part) {
        this(new Content(reader, frame, Optional.empty()), part, WIDE_LINE);
    }

    /** Only what there is to read, without a header. */
    HexLines(Content content) {
        this(content, Part.PAYLOAD, WIDE_LINE);
    }

    private HexLines(Content payload, Part part, int lineBytes) {
        reader = payload.reader();
        frame = payload.frame();
        this.part = part;
        this.payload = payload;
        this.lineBytes = lineBytes;
    }

    /** The same bytes, so many in a line. */
    HexLines inLinesOf(int bytes) {
        return new HexLines(payload, part, bytes);
    }

    private int headerLength() {
        return part == Part.PAYLOAD ? 0 : frame.header().headerLength();
    }

    private int maskKeyStart() {
        return frame.header().masked() ? headerLength() - MASK_KEY_BYTES : headerLength();
    }

    @Override
    public int size() {
        return (int) ((headerLength() + (long) payload.length() + lineBytes - 1) / lineBytes);
    }

    @Override
    public Line get(int index) {
        long offset = (long) index * lineBytes;
        byte[] bytes = bytes(offset);
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(Formats.hex(offset, 8) + "  ", Run.Kind.OFFSET));
        int maskKey = within(maskKeyStart() - offset, bytes.length);
        int payload = within(headerLength() - offset, bytes.length);
        addHex(runs, Run.Kind.HEADER, bytes, 0, maskKey);
        addHex(runs, Run.Kind.MASK_KEY, bytes, maskKey, payload);
        addHex(runs, Run.Kind.PLAIN, bytes, payload, bytes.length);
        runs.add(new Run("   ".repeat(lineBytes - bytes.length) + " " + ascii(bytes), Run.Kind.ASCII));
        return new Line(runs);
    }

    private static int within(long value, int length) {
        return (int) Math.max(0, Math.min(value, length));
    }

    private static void addHex(List<Run> runs, Run.Kind kind, byte[] bytes, int from, int to) {
        if (from < to) {
            runs.add(new Run(Formats.hex(bytes, from, to) + " ", kind));
        }
    }

    private byte[] bytes(long offset) {
        long number = frame.number();
        if (part == Part.WIRE) {
            return Payloads.readWire(reader, number, offset, lineBytes);
        }
        int header = within(headerLength() - offset, lineBytes);
        byte[] head = Payloads.readWire(reader, number, offset, header);
        byte[] rest = payload.read(offset + header - headerLength(), lineBytes - header);
        byte[] both = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, both, head.length, rest.length);
        return both;
    }

    private static String ascii(byte[] bytes) {
        StringBuilder ascii = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            ascii.append(b >= ' ' && b < 0x7F ? (char) b : '.');
        }
        return ascii.toString();
    }
}
