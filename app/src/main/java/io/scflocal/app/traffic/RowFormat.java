package io.scflocal.app.traffic;

import io.scflocal.app.payload.CloseStatus;
import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.payload.Payloads;
import io.scflocal.app.payload.Utf8;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.GapText;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.Quantities;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.MessageRecord;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.Opcode;
import java.util.Optional;

/**
 * Turns frames into rows. Reads of a payload no more than its row shows.
 *
 * @param messages the language
 * @param times how the time column is written
 */
record RowFormat(Messages messages, FrameTimes times) {
    /** Length limit of a preview. */
    static final int PREVIEW_CHARS = 256;

    private static final int TEXT_BYTES = PREVIEW_CHARS * 4 + 4;
    private static final int HEX_BYTES = 64;
    private static final long ROUNDED_LENGTH = 10_000_000;

    /** The row of the frame in {@code row} of {@code rows}. */
    FrameRow row(CaptureReader reader, Rows rows, long row) {
        FrameRecord frame = reader.frame(rows.frameAt(row));
        FrameHeader header = frame.header();
        Preview preview = preview(reader, frame);
        return new FrameRow(
                frame,
                preview.tone,
                Long.toString(FrameWords.number(frame)),
                times.time(reader, rows, row, frame),
                FrameTimes.delta(reader, rows, row, frame),
                "#" + frame.connection(),
                FrameWords.opcode(messages, header.opcode()),
                FrameWords.flags(header),
                length(header.payloadLength()),
                origin(frame, preview.text));
    }

    /** Exact as long as it fits its column. */
    private static String length(long bytes) {
        return bytes < ROUNDED_LENGTH ? Formats.count(bytes) : Quantities.bytes(bytes);
    }

    /** Says who made a frame that none of the peers has sent. */
    private String origin(FrameRecord frame, String payload) {
        return frame.origin() == FrameOrigin.PEER
                ? payload
                : messages.get("frames.origin." + frame.origin().word(), payload);
    }

    private record Preview(FrameRow.Tone tone, String text) {}

    private Preview preview(CaptureReader reader, FrameRecord frame) {
        Opcode opcode = frame.header().opcode();
        Optional<String> gone = gone(reader, frame);
        if (gone.isPresent()) {
            return new Preview(FrameRow.Tone.GONE, gone.get());
        }
        if (opcode == Opcode.CLOSE) {
            CloseStatus status = CloseStatus.of(Payloads.read(reader, frame.number(), 0, TEXT_BYTES));
            FrameRow.Tone tone = status.isOrdinary() ? FrameRow.Tone.CLOSE : FrameRow.Tone.CLOSE_ERROR;
            return new Preview(tone, Utf8.oneLine(status.line(messages), PREVIEW_CHARS));
        }
        FrameRow.Tone tone = opcode.isControl() ? FrameRow.Tone.CONTROL : FrameRow.Tone.DATA;
        return new Preview(tone, data(Content.of(reader, frame)));
    }

    /** What is said of a frame whose bytes had to make room: of how many, and from when to when. */
    private Optional<String> gone(CaptureReader reader, FrameRecord frame) {
        if (frame.capturedLength() > 0 || frame.header().payloadLength() == 0) {
            return Optional.empty();
        }
        return reader.gap()
                .filter(gap -> frame.number() < gap.end())
                .map(gap -> messages.get(
                        "frames.payload.gone",
                        Formats.count(gap.count()),
                        Formats.time(gap.fromEpochNanos(), times.zone()),
                        Formats.time(gap.toEpochNanos(), times.zone())));
    }

    /** What stands in place of missing frames. */
    String gap(Gap gap) {
        return GapText.of(messages, gap, times.zone());
    }

    /** The inflated text stands in the first frame of its message; the others show what they are. */
    private String data(Content content) {
        FrameRecord frame = content.frame();
        Optional<MessageRecord> compressed = content.message().filter(MessageRecord::compressed);
        if (compressed.isEmpty() && !content.isCompressed()) {
            return plain(new Content(content.reader(), frame, Optional.empty()));
        }
        boolean first = compressed
                .filter(message -> message.firstFrame() == frame.number())
                .isPresent();
        return first && !content.isCompressed()
                ? plain(content)
                : messages.get(
                        "traffic.payload.compressed",
                        Formats.count(frame.header().payloadLength()));
    }

    private static String plain(Content content) {
        Opcode opcode = content.opcode();
        boolean binary = opcode == Opcode.BINARY;
        byte[] bytes = content.read(0, binary ? HEX_BYTES + 1 : TEXT_BYTES);
        if (!binary && (opcode == Opcode.TEXT || Utf8.isText(bytes))) {
            return Utf8.oneLine(Utf8.text(bytes), PREVIEW_CHARS);
        }
        String hex = Formats.hex(bytes, 0, Math.min(bytes.length, HEX_BYTES));
        return bytes.length > HEX_BYTES ? hex + " …" : hex;
    }
}
