package io.scflocal.app.traffic;

import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.Opcode;
import java.time.ZoneId;

/**
 * Turns frames into rows. Reads of a payload no more than its row shows.
 *
 * @param messages the language
 * @param zone the time zone of the clock column
 * @param payloadText knows what compressed frames say
 */
record RowFormat(Messages messages, ZoneId zone, PayloadText payloadText) {
    /** Length limit of a preview. */
    static final int PREVIEW_CHARS = 256;

    private static final int TEXT_BYTES = PREVIEW_CHARS * 4 + 4;
    private static final int HEX_BYTES = 64;

    /** The row of the frame in {@code row} of {@code rows}. */
    FrameRow row(CaptureReader reader, Rows rows, long row) {
        FrameRecord frame = reader.frame(rows.frameAt(row));
        String delta = "";
        if (row > 0) {
            delta = Formats.delta(
                    frame.epochNanos() - reader.frame(rows.frameAt(row - 1)).epochNanos());
        }
        return row(reader, frame, delta);
    }

    private FrameRow row(CaptureReader reader, FrameRecord frame, String delta) {
        FrameHeader header = frame.header();
        Preview preview = preview(reader, frame);
        return new FrameRow(
                frame,
                preview.tone,
                Long.toString(FrameWords.number(frame)),
                Formats.time(frame.epochNanos(), zone),
                delta,
                "#" + frame.connection(),
                FrameWords.opcode(messages, header.opcode()),
                FrameWords.flags(header),
                Formats.count(header.payloadLength()),
                preview.text);
    }

    private record Preview(FrameRow.Tone tone, String text) {}

    private Preview preview(CaptureReader reader, FrameRecord frame) {
        Opcode opcode = frame.header().opcode();
        if (opcode == Opcode.CLOSE) {
            CloseStatus status = CloseStatus.of(Payloads.read(reader, frame.number(), 0, TEXT_BYTES));
            FrameRow.Tone tone = status.isOrdinary() ? FrameRow.Tone.CLOSE : FrameRow.Tone.CLOSE_ERROR;
            return new Preview(tone, Utf8.oneLine(status.line(messages), PREVIEW_CHARS));
        }
        FrameRow.Tone tone = opcode.isControl() ? FrameRow.Tone.CONTROL : FrameRow.Tone.DATA;
        return new Preview(tone, frame.header().rsv1() ? inflated(frame) : plain(reader, frame));
    }

    private String inflated(FrameRecord frame) {
        return payloadText
                .textOf(frame, PREVIEW_CHARS + 1)
                .map(text -> Utf8.oneLine(text, PREVIEW_CHARS))
                .orElseGet(() -> messages.get(
                        "traffic.payload.compressed",
                        Formats.count(frame.header().payloadLength())));
    }

    private String plain(CaptureReader reader, FrameRecord frame) {
        Opcode opcode = frame.header().opcode();
        boolean binary = opcode == Opcode.BINARY;
        byte[] bytes = Payloads.read(reader, frame.number(), 0, binary ? HEX_BYTES + 1 : TEXT_BYTES);
        if (!binary && (opcode == Opcode.TEXT || Utf8.isText(bytes))) {
            return Utf8.oneLine(Utf8.text(bytes), PREVIEW_CHARS);
        }
        String hex = Formats.hex(bytes, 0, Math.min(bytes.length, HEX_BYTES));
        return bytes.length > HEX_BYTES ? hex + " …" : hex;
    }
}
