package io.scflocal.app.composer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.OutgoingFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposedFrameTest {

    private static OutgoingFrame ready(MessageKind kind, String text) {
        return assertInstanceOf(ComposedFrame.Ready.class, ComposedFrame.of(kind, text))
                .frame();
    }

    private static ComposedFrame.Wrong wrong(MessageKind kind, String text) {
        return assertInstanceOf(ComposedFrame.Wrong.class, ComposedFrame.of(kind, text));
    }

    private static void assertFrame(Opcode opcode, byte[] payload, OutgoingFrame frame) {
        assertEquals(opcode, frame.opcode());
        assertArrayEquals(payload, frame.payload());
    }

    @Test
    void textIsSentAsItIsTyped() {
        assertFrame(Opcode.TEXT, " 早\n".getBytes(StandardCharsets.UTF_8), ready(MessageKind.TEXT, " 早\n"));
    }

    @Test
    void jsonIsCheckedAndSentAsItIsTyped() {
        String typed = "{ \"n\": 9007199254740993, \"e\": 1e400 }";
        assertFrame(Opcode.TEXT, typed.getBytes(StandardCharsets.UTF_8), ready(MessageKind.JSON, typed));
        assertEquals("composer.wrong.json-empty", wrong(MessageKind.JSON, "  ").textKey());
        assertEquals("composer.wrong.json-more", wrong(MessageKind.JSON, "1 2").textKey());
        assertEquals(
                new ComposedFrame.Wrong("composer.wrong.json", List.of(2, 5)),
                wrong(MessageKind.JSON, "{\"a\":\n\"b\",}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 ff 1A", "0x00,0xFF,0x1a", "00ff1a", "00:ff:1a"})
    void hexDigitsAreReadInTheUsualSpellings(String typed) {
        assertFrame(Opcode.BINARY, new byte[] {0, -1, 0x1A}, ready(MessageKind.HEX, typed));
    }

    @Test
    void wrongDigitsAreRefused() {
        assertEquals("composer.wrong.hex", wrong(MessageKind.HEX, "0").textKey());
        assertEquals("composer.wrong.hex", wrong(MessageKind.HEX, "xy").textKey());
        assertEquals("composer.wrong.base64", wrong(MessageKind.BASE64, "a").textKey());
    }

    @Test
    void base64OfBothAlphabetsIsRead() {
        assertFrame(Opcode.BINARY, new byte[] {-5, -1}, ready(MessageKind.BASE64, "+/8="));
        assertFrame(Opcode.BINARY, new byte[] {-5, -1}, ready(MessageKind.BASE64, "-_8"));
    }

    @Test
    void aFileIsSentAsItIs(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("负载 1.bin"), new byte[] {1, 2, 3});
        assertFrame(Opcode.BINARY, new byte[] {1, 2, 3}, ready(MessageKind.FILE, " " + file + "\n"));
        assertEquals(
                "composer.wrong.no-file",
                wrong(MessageKind.FILE, directory.toString()).textKey());
        assertEquals("composer.wrong.no-file", wrong(MessageKind.FILE, "").textKey());
    }

    @Test
    void controlFramesHaveTheRoomThatTheRfcGivesThem() {
        assertFrame(Opcode.PING, new byte[0], ready(MessageKind.PING, ""));
        ready(MessageKind.PING, "x".repeat(125));
        assertEquals(List.of(126, 125), wrong(MessageKind.PING, "x".repeat(126)).arguments());
        ready(MessageKind.CLOSE, "1000 " + "x".repeat(123));
        assertEquals(
                "composer.wrong.long-reason",
                wrong(MessageKind.CLOSE, "1000 " + "x".repeat(124)).textKey());
    }

    @Test
    void anyCodeCanBeSentAlsoTheForbiddenOnes() {
        assertFrame(Opcode.CLOSE, new byte[0], ready(MessageKind.CLOSE, " "));
        assertFrame(Opcode.CLOSE, new byte[] {3, -24, 'o', 'k'}, ready(MessageKind.CLOSE, "1000 ok"));
        assertFrame(Opcode.CLOSE, new byte[] {3, -19}, ready(MessageKind.CLOSE, "1005"));
        assertEquals("composer.wrong.close", wrong(MessageKind.CLOSE, "bye").textKey());
        assertEquals("composer.wrong.close", wrong(MessageKind.CLOSE, "65536").textKey());
    }
}
