package io.scflocal.app.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTextTest {

    private static LogLine line(LogSource source, String text) {
        return new LogLine(0, 1_795_342_615_020_000_000L, source, "6f1c0a52-6c1f-4b3e", text);
    }

    @Test
    void aLongLineIsCutOnTheScreenAndWholeInACopy() {
        LogLine line = line(LogSource.STDOUT, "x".repeat(LogText.MAX_SHOWN + 1_234));
        assertEquals(LogText.MAX_SHOWN, LogText.shown(line).length());
        assertEquals(1_234, LogText.cut(line));
        assertTrue(LogText.copy(List.of(line)).endsWith(line.text()));
        assertEquals(line.text(), LogText.copyTexts(List.of(line)));
    }

    @Test
    void aCutNeverSplitsACharacter() {
        LogLine line = line(LogSource.STDOUT, "x".repeat(LogText.MAX_SHOWN - 1) + "😀!");
        assertEquals(LogText.MAX_SHOWN - 1, LogText.shown(line).length());
        assertEquals(3, LogText.cut(line));
    }

    @Test
    void controlCharactersAreMadeVisible() {
        assertEquals("␛[31mred    ␡", LogText.shown(line(LogSource.STDOUT, "\u001b[31mred\t\u007f")));
    }

    @Test
    void aCopyHoldsTimeAndRequestId() {
        String copied = LogText.copy(List.of(line(LogSource.STDOUT, "one"), line(LogSource.STDOUT, "two")));
        String[] lines = copied.split("\n");
        assertEquals(2, lines.length);
        assertTrue(lines[0].matches("\\d\\d:\\d\\d:55\\.020  6f1c0a52  one"), lines[0]);
    }

    @Test
    void linesAreColouredBySource() {
        assertEquals("turning-point", LogText.styleClass(line(LogSource.PLATFORM, "START RequestId:6f")));
        assertEquals("platform", LogText.styleClass(line(LogSource.PLATFORM, "Report RequestId:6f")));
        assertEquals("stdout", LogText.styleClass(line(LogSource.STDOUT, "START me up")));
        assertEquals("platform-error", LogText.styleClass(line(LogSource.PLATFORM_ERROR, "ERROR")));
    }
}
