package io.scflocal.app.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.lines.Run;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTextTest {

    private static LogLine line(LogSource source, String text) {
        return new LogLine(0, 1_795_342_615_020_000_000L, source, "6f1c0a52-6c1f-4b3e", text);
    }

    private static String shown(LogLine line) {
        return LogText.shown(line, Messages.in(Language.ENGLISH)).text().substring(24);
    }

    @Test
    void aLongLineIsCutOnTheScreenAndWholeInACopy() {
        LogLine line = line(LogSource.STDOUT, "x".repeat(LogText.MAX_SHOWN + 1_234));
        assertEquals("x".repeat(LogText.MAX_SHOWN) + "... 1,234 more characters", shown(line));
        assertEquals(1_234, LogText.cut(line));
        assertTrue(LogText.copy(List.of(line)).endsWith(line.text()));
        assertEquals(line.text(), LogText.copyTexts(List.of(line)));
    }

    @Test
    void aCutNeverSplitsACharacter() {
        LogLine line = line(LogSource.STDOUT, "x".repeat(LogText.MAX_SHOWN - 1) + "😀!");
        assertEquals(3, LogText.cut(line));
    }

    @Test
    void aLineThatTheCloudWouldCutSaysSo() {
        assertTrue(shown(line(LogSource.STDOUT, "x".repeat(8_193)))
                .endsWith("the cloud keeps only the first 8 KB of a line"));
        assertFalse(shown(line(LogSource.STDOUT, "x".repeat(8_192))).contains("cloud"));
    }

    @Test
    void coloursAreShownAndOtherControlCharactersAreMadeVisible() {
        LogLine line = line(LogSource.STDOUT, "a\u001b[1;31mred\u001b[0m\u001b[2K\t\u007f\u001b[38;5;208mb");
        assertEquals("ared    ␡b", shown(line));
        assertEquals(
                List.of(Run.Kind.PLAIN, Run.Kind.RED, Run.Kind.PLAIN, Run.Kind.PLAIN),
                LogText.shown(line, Messages.in(Language.ENGLISH)).runs().stream()
                        .skip(2)
                        .map(Run::kind)
                        .toList());
        assertEquals("bc", Ansi.strip("\u001b[12abc\u001b"));
    }

    @Test
    void aCopyHoldsTimeAndRequestId() {
        String copied = LogText.copy(List.of(line(LogSource.STDOUT, "one"), line(LogSource.STDOUT, "two")));
        String[] lines = copied.split("\n");
        assertEquals(2, lines.length);
        assertTrue(lines[0].matches("\\d\\d:\\d\\d:55\\.020  6f1c0a52  one"), lines[0]);
    }

    @Test
    void linesAreColouredBySourceAndLevel() {
        assertEquals(Run.Kind.BOLD, LogText.kind(line(LogSource.PLATFORM, "START RequestId:6f")));
        assertEquals(Run.Kind.MUTED, LogText.kind(line(LogSource.PLATFORM, "Report RequestId:6f")));
        assertEquals(Run.Kind.PLAIN, LogText.kind(line(LogSource.STDOUT, "START me up")));
        assertEquals(Run.Kind.WARNING, LogText.kind(line(LogSource.STDERR, "odd")));
        assertEquals(Run.Kind.ERROR, LogText.kind(line(LogSource.PLATFORM_ERROR, "ERROR")));
        assertEquals(Run.Kind.ERROR, LogText.kind(line(LogSource.STDOUT, "{\"a\":1,\"level\" : \"fatal\"}")));
        assertEquals(Run.Kind.WARNING, LogText.kind(line(LogSource.STDOUT, "[warn] slow")));
        assertEquals(Run.Kind.PLAIN, LogText.kind(line(LogSource.STDOUT, "Error rates are fine")));
    }
}
