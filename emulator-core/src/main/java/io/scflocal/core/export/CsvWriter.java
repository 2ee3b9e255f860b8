package io.scflocal.core.export;

import io.scflocal.core.capture.Annotation;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.Gap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of messages, for spreadsheets: number of the first frame, time, connection, direction, opcode, length, how much of it is kept,
 * encoding, data, note. Text that
 * a spreadsheet would take for a formula gets an apostrophe before it. Source: RFC 4180.
 */
public final class CsvWriter implements CaptureWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final int PIECE = 8190;

    private final Style style;

    /**
     * For whom the table is.
     *
     * @param headings one for each column
     * @param gap says that frames are missing
     * @param byteOrderMark whether the file begins with U+FEFF, without which Excel does not see that it is UTF-8
     */
    public record Style(List<String> headings, Function<Gap, String> gap, boolean byteOrderMark) {
        /** For programs. */
        public static final Style PLAIN = new Style(
                List.of("n", "time", "conn", "dir", "op", "len", "kept", "encoding", "data", "note"),
                GapSentence::of,
                false);

        public Style {
            headings = List.copyOf(headings);
        }
    }

    /** Writes tables in a style. */
    public CsvWriter(Style style) {
        this.style = style;
    }

    @Override
    public void write(CaptureSource capture, FrameSelection selection, OutputStream out, ExportProgress progress)
            throws IOException {
        Writer table = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        table.write((style.byteOrderMark() ? "\uFEFF" : "") + String.join(",", style.headings()) + "\r\n");
        Optional<Gap> gap = capture.frames().gap();
        if (gap.isPresent()) {
            gap(table, gap.get());
        }
        MessageWalk messages = new MessageWalk(capture.frames());
        new FrameWalk(capture.frames(), selection, progress).<IOException>each(frame -> {
            ExportedMessage message = messages.next(frame).orElse(null);
            if (message != null) {
                Optional<Annotation> annotation = capture.frames().annotations().of(frame.number());
                row(table, message, annotation.map(Annotation::note).orElse(""));
            }
        });
        table.flush();
    }

    /** A row of its own, because a table has no other place for it: without a number, its opcode {@code gap}. */
    private void gap(Writer table, Gap gap) throws IOException {
        table.write("," + JsonlWriter.time(gap.fromEpochNanos()) + ",,,gap,,,,,");
        text(table, new StringReader(style.gap().apply(gap)));
        table.write("\r\n");
    }

    private static void row(Writer table, ExportedMessage message, String note) throws IOException {
        FrameRecord frame = message.frame();
        boolean text = message.isText()
                || message.opcode().isControl() && message.payload().isUtf8();
        table.write(frame.number() + "," + JsonlWriter.time(frame.epochNanos()) + "," + frame.connection() + ","
                + JsonlFrame.direction(frame.direction()) + "," + JsonlFrame.opcode(message.opcode()) + ","
                + (message.length().isPresent() ? message.length().getAsLong() : "") + ","
                + message.payload().length() + "," + (text ? "text" : "base64") + ",");
        if (text) {
            text(table, message.payload().text());
        } else {
            base64(table, message.payload().stream());
        }
        table.write(",");
        if (!note.isEmpty()) {
            text(table, new StringReader(note));
        }
        table.write("\r\n");
    }

    private static void text(Writer table, Reader text) throws IOException {
        table.write('"');
        char[] piece = new char[PIECE];
        boolean first = true;
        for (int count = text.read(piece); count >= 0; count = text.read(piece)) {
            if (first && count > 0 && FORMULA_STARTS.indexOf(piece[0]) >= 0) {
                table.write('\'');
            }
            first = false;
            table.write(new String(piece, 0, count).replace("\"", "\"\""));
        }
        table.write('"');
    }

    private static void base64(Writer table, InputStream bytes) throws IOException {
        // The size is a multiple of three, so that the base64 of the pieces can be joined.
        for (byte[] piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
            table.write(Base64.getEncoder().encodeToString(piece));
        }
    }
}
