package io.scflocal.core.export;

import io.scflocal.core.capture.FrameRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A table of messages, for spreadsheets: number of the first frame, time, connection, direction, opcode, length, encoding, data. Text that
 * a spreadsheet would take for a formula gets an apostrophe before it. Source: RFC 4180.
 */
public final class CsvWriter implements CaptureWriter {
    private static final String HEADINGS = "n,time,conn,dir,op,len,encoding,data\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final int PIECE = 8190;

    private final boolean byteOrderMark;

    /**
     * Writes tables.
     *
     * @param byteOrderMark whether the file begins with U+FEFF, without which Excel does not see that it is UTF-8
     */
    public CsvWriter(boolean byteOrderMark) {
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(CaptureSource capture, FrameSelection selection, OutputStream out, ExportProgress progress)
            throws IOException {
        Writer table = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        table.write((byteOrderMark ? "\uFEFF" : "") + HEADINGS);
        MessageWalk messages = new MessageWalk(capture.frames());
        new FrameWalk(capture.frames(), selection, progress).<IOException>each(frame -> {
            ExportedMessage message = messages.next(frame).orElse(null);
            if (message != null) {
                row(table, message);
            }
        });
        table.flush();
    }

    private static void row(Writer table, ExportedMessage message) throws IOException {
        FrameRecord frame = message.frame();
        boolean text = message.isText()
                || message.opcode().isControl() && message.payload().isUtf8();
        table.write(frame.number() + "," + JsonlWriter.time(frame.epochNanos()) + "," + frame.connection() + ","
                + JsonlFrame.direction(frame.direction()) + "," + JsonlFrame.opcode(message.opcode()) + ","
                + message.payload().length() + "," + (text ? "text" : "base64") + ",");
        if (text) {
            text(table, message.payload().text());
        } else {
            base64(table, message.payload().stream());
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
