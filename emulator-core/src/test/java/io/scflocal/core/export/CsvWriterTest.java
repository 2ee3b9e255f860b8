package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.StoredCapture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvWriterTest {
    @TempDir
    Path temporary;

    @Test
    void quotesAndGuardsWhatOthersMightTakeForSomethingElse() throws Exception {
        String table = table(false);
        assertTrue(table.startsWith("n,time,conn,dir,op,len,kept,encoding,data,note\r\n0,2026-"), table);
        assertTrue(
                table.contains(",1,c2f,text,11,11,text,\"{\"\"hello\"\":1}\",\"'=the first, \"\"hello\"\"\"\r\n"),
                table);
        assertTrue(table.contains(",text,18,18,text,\"'=1+1, \"\"fragmented\"\"\",\r\n"), table);
        assertTrue(table.contains(",f2c,text,29,29,text,\"compressed with a context 早\",\r\n"), table);
        assertTrue(table.contains(",binary,4,4,base64,AAEC/w==,\r\n"), table);
        assertTrue(table.contains('"' + SampleCapture.LONG_TEXT.replace("\"", "\"\"") + '"'));
        assertTrue(table.contains(",text,1,1,base64,ww==,\r\n"), "text that is no UTF-8");
        assertEquals(1 + 11, table.split("\r\n(?=\\d+,|$)").length);
    }

    @Test
    void beginsWithAByteOrderMarkForExcel() throws Exception {
        assertEquals("\uFEFF" + table(false), table(true));
    }

    @Test
    void rawPayloadsAreOneFilePerMessage() throws Exception {
        Path directory = temporary.resolve("raw");
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("capture"))) {
            new RawPayloads(directory).write(CaptureSource.of(capture), FrameSelection.ALL, ExportProgress.NONE);
        }
        assertEquals("=1+1, \"fragmented\"", Files.readString(directory.resolve("000002-c1-c2f.txt")));
        assertEquals("compressed with a context 早 again", Files.readString(directory.resolve("000005-c1-f2c.txt")));
        assertEquals(4, Files.size(directory.resolve("000006-c1-c2f.bin")));
        try (var files = Files.list(directory)) {
            assertEquals(8, files.count());
        }
    }

    private String table(boolean byteOrderMark) throws Exception {
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("table" + byteOrderMark))) {
            return new String(
                    SampleCapture.export(
                            new CsvWriter(new CsvWriter.Style(
                                    CsvWriter.Style.PLAIN.headings(), GapSentence::of, byteOrderMark)),
                            capture,
                            FrameSelection.ALL),
                    StandardCharsets.UTF_8);
        }
    }
}
