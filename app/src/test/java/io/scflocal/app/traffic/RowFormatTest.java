package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.testkit.DemoFrames;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Sample;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RowFormatTest {
    private static FrameTimes clock() {
        return new FrameTimes(
                TimeMode.CLOCK, ZoneOffset.UTC, TrafficViewModel.NO_FRAME, connection -> OptionalLong.empty());
    }

    private static final Direction UP = Direction.CLIENT_TO_FUNCTION;
    private static final Direction DOWN = Direction.FUNCTION_TO_CLIENT;

    private static FrameRow row(Sample sample) {
        return format().row(FakeCapture.of(sample), new Rows(new AllFrames(1), 0, 1), 0);
    }

    private static RowFormat format() {
        return new RowFormat(Messages.in(Language.ENGLISH), clock());
    }

    private static FrameRow control(int firstByte, int... payload) {
        return row(Sample.of(0, 1, DOWN, firstByte, DemoFrames.bytes(payload)));
    }

    @Test
    void showsEveryColumn() {
        FrameRow row = row(Sample.text(0, 15, UP, "{\"a\":\"早\"}"));
        assertEquals("1", row.number());
        assertEquals("01:41:07.120", row.time());
        assertEquals("", row.delta());
        assertEquals("#15", row.connection());
        assertEquals("Text", row.opcode());
        assertEquals("FIN MASK", row.flags());
        assertEquals("11", row.length());
        assertEquals("{\"a\":\"早\"}", row.payload());
        assertEquals(FrameRow.Tone.DATA, row.tone());
    }

    @Test
    void aLengthIsExactAsLongAsItFitsItsColumn() {
        assertEquals(
                "9,999,999", row(Sample.text(0, 1, UP, "x".repeat(9_999_999))).length());
        assertEquals("16 MB", row(Sample.text(0, 1, UP, "x".repeat(17_000_000))).length());
    }

    @Test
    void deltaIsSinceTheRowAboveNotSinceTheFrameBefore() {
        FakeCapture capture =
                FakeCapture.of(Sample.text(0, 1, UP, "a"), Sample.text(1, 2, UP, "b"), Sample.text(2, 1, UP, "c"));
        FrameScan scan = new FrameScan(capture, FrameScanTest.plan("conn == 1"), Runnable::run);
        scan.catchUp();
        FrameRow row = format().row(capture, new Rows(scan.rows(), 0, 2), 1);
        assertEquals("+0.008", row.delta());
        assertEquals("3", row.number());
    }

    @Test
    void controlCharactersAreShownOnOneLine() {
        assertEquals("a␊b␉c␍␀␡", row(Sample.text(0, 1, UP, "a\nb\tc\r\0\u007F")).payload());
    }

    @Test
    void longTextIsCutWithoutSplittingACharacter() {
        String preview = row(Sample.text(0, 1, UP, "x".repeat(255) + "😀😀")).payload();
        assertEquals("x".repeat(255) + "…", preview);
        String chinese = row(Sample.text(0, 1, UP, "早".repeat(1_000_000))).payload();
        assertEquals("早".repeat(256) + "…", chinese);
    }

    @Test
    void binaryIsShownAsHex() {
        FrameRow row = row(Sample.of(0, 1, UP, Sample.BINARY, DemoFrames.bytes(0x89, 'P', 0, 255)));
        assertEquals("89 50 00 ff", row.payload());
        assertEquals("MASK", row.flags());
        assertTrue(
                row(Sample.of(0, 1, UP, Sample.BINARY, new byte[100])).payload().endsWith("00 …"));
    }

    @Test
    void closeIsShownWithItsNameAndReason() {
        FrameRow ordinary = control(0x88, 0x03, 0xE9, 'b', 'y', 'e');
        assertEquals("1001 Going Away \"bye\"", ordinary.payload());
        assertEquals(FrameRow.Tone.CLOSE, ordinary.tone());
        FrameRow failed = control(0x88, 0x03, 0xF3);
        assertEquals("1011 Internal Error", failed.payload());
        assertEquals(FrameRow.Tone.CLOSE_ERROR, failed.tone());
        assertEquals("1005 No Status Received", control(0x88).payload());
        assertEquals("4000 Private Use", control(0x88, 0x0F, 0xA0).payload());
        assertEquals("999 Invalid", control(0x88, 0x03, 0xE7).payload());
    }

    @Test
    void pingIsShownAsTextWhereItIsText() {
        assertEquals("hello", control(0x89, 'h', 'e', 'l', 'l', 'o').payload());
        assertEquals("00 00 12 c7", control(0x8A, 0, 0, 0x12, 0xC7).payload());
        assertEquals(FrameRow.Tone.CONTROL, control(0x8A).tone());
    }

    @Test
    void aContinuationThatBeginsInTheMiddleOfACharacterIsText() {
        byte[] bytes = "早上好".getBytes(StandardCharsets.UTF_8);
        byte[] middle = Arrays.copyOfRange(bytes, 1, 8);
        assertEquals("上", row(Sample.of(0, 1, UP, 0, middle)).payload());
    }

    @Test
    void compressedFramesSaySoAsLongAsTheirTextIsNotKnown() {
        Sample compressed =
                Sample.of(0, 1, DOWN, Sample.FIN | Sample.RSV1 | Sample.TEXT, DemoFrames.bytes(0xAA, 0x56, 0x2A));
        assertEquals("compressed, 3 bytes", row(compressed).payload());
        assertEquals("FIN RSV1", row(compressed).flags());
    }

    @Test
    void reservedOpcodesAreNamedByNumber() {
        assertEquals("Reserved 0xb", control(0x8B).opcode());
    }

    @Test
    void aRowIsSpokenAsASentence() {
        FrameRow row = row(Sample.text(0, 1, UP, "hi"));
        assertEquals(
                "Frame 1, client to function, Text, 2 bytes: hi", GridRow.spoken(Messages.in(Language.ENGLISH), row));
    }

    @Test
    void whatNoPeerHasSentSaysWhoMadeIt() {
        Sample sample = Sample.text(0, 1, UP, "a");
        assertEquals("⟨injected⟩ a", row(sample.madeBy(FrameOrigin.USER)).payload());
        assertEquals("⟨platform⟩ a", row(sample.madeBy(FrameOrigin.PLATFORM)).payload());
    }

    @Test
    void aFrameWhoseBytesHadToGoSaysSo() {
        FakeCapture capture = FakeCapture.of(Sample.text(0, 1, UP, "a"), Sample.text(1, 1, UP, "b"));
        capture.gap(1);
        Rows rows = new Rows(new AllFrames(2), 0, 2);
        FrameRow gone = format().row(capture, rows, 0);
        assertEquals(
                "no longer on disk: 1 frames from 01:41:07.120 to 01:41:07.120 made room for newer ones",
                gone.payload());
        assertEquals(FrameRow.Tone.GONE, gone.tone());
        assertEquals("b", format().row(capture, rows, 1).payload());
    }
}
