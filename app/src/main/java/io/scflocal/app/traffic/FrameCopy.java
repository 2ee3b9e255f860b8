package io.scflocal.app.traffic;

import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.Utf8;
import io.scflocal.app.text.Formats;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.export.FrameSelection;
import io.scflocal.core.export.JsonlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Puts selected frames together for the clipboard. Every method may block on the disk.
 *
 * @param reader the capture
 * @param frames their numbers, in ascending order
 */
record FrameCopy(CaptureReader reader, long[] frames) {
    /** More than this is for an export. */
    static final int MOST_FRAMES = 10_000;

    private static final long MOST_BYTES = 8 << 20;

    /** What the text is made of. */
    enum Form {
        /** Each payload on a line: text as it is, anything else in hexadecimal digits. */
        PAYLOADS,
        /** The frames as the export writes them. */
        JSON_LINES
    }

    /** The first of the selected frames that are shown, as many as a clipboard is meant for. */
    static FrameCopy of(CaptureReader reader, Rows rows, FrameRanges selected) {
        LongStream.Builder numbers = LongStream.builder();
        int count = 0;
        long bytes = 0;
        for (FrameRanges.Range range : selected.ranges()) {
            long end = rows.firstFrameRowFrom(range.to());
            for (long row = rows.firstFrameRowFrom(range.from()); row < end; row++) {
                FrameRecord frame = reader.frame(rows.frameAt(row));
                bytes += frame.capturedLength();
                if (count == MOST_FRAMES || count > 0 && bytes > MOST_BYTES) {
                    return new FrameCopy(reader, numbers.build().toArray());
                }
                numbers.add(frame.number());
                count++;
            }
        }
        return new FrameCopy(reader, numbers.build().toArray());
    }

    /** The text for the clipboard. */
    String text(Form form) throws IOException {
        return form == Form.PAYLOADS ? payloads() : jsonLines();
    }

    private String payloads() {
        StringBuilder text = new StringBuilder();
        for (long number : frames) {
            Content content = Content.of(reader, reader.frame(number));
            byte[] bytes = content.read(0, (int) Math.min(content.length(), MOST_BYTES));
            boolean readable = !content.isCompressed() && Utf8.isText(bytes);
            text.append(text.isEmpty() ? "" : "\n")
                    .append(readable ? Utf8.text(bytes) : Formats.hex(bytes, 0, bytes.length));
        }
        return text.toString();
    }

    private String jsonLines() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameSelection selection = from -> {
            int place = Arrays.binarySearch(frames, from);
            int next = place < 0 ? -place - 1 : place;
            return next < frames.length ? frames[next] : Long.MAX_VALUE;
        };
        JsonlWriter.writeFrames(reader, selection, out);
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
