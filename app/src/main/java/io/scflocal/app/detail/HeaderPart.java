package io.scflocal.app.detail;

import io.scflocal.core.frame.FrameHeader;
import java.util.ArrayList;
import java.util.List;

/** The parts of a frame that have bytes of their own. Source: RFC 6455 section 5.2. */
enum HeaderPart {
    /** FIN, RSV1 to RSV3 and the opcode. */
    FIRST,
    /** MASK and the first seven bits of the length. */
    SECOND,
    /** The rest of the length. */
    EXTENDED_LENGTH,
    MASK_KEY,
    PAYLOAD;

    private static final int MASK_KEY_BYTES = 4;

    /**
     * Where a part is.
     *
     * @param part the part
     * @param from its first byte in the frame
     * @param to the byte after its last one
     */
    record Range(HeaderPart part, int from, int to) {}

    /** The parts of a header and where they are, in their order; empty ones are left out. */
    static List<Range> of(FrameHeader header) {
        int end = header.headerLength();
        int maskKey = header.masked() ? end - MASK_KEY_BYTES : end;
        List<Range> ranges = new ArrayList<>();
        ranges.add(new Range(FIRST, 0, 1));
        ranges.add(new Range(SECOND, 1, 2));
        ranges.add(new Range(EXTENDED_LENGTH, 2, maskKey));
        ranges.add(new Range(MASK_KEY, maskKey, end));
        ranges.removeIf(range -> range.from == range.to);
        return ranges;
    }
}
