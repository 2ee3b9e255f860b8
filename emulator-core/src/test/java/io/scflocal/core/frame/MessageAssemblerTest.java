package io.scflocal.core.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageAssemblerTest {
    private static final int TEXT = 0x01;
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int PING = 0x09;

    private final MessageAssembler assembler = new MessageAssembler(10);

    @Test
    void joinsFragmentsWithAPingBetween() {
        assertEquals(Optional.empty(), add(TEXT | RSV1, "ab"));
        assertEquals(message(Opcode.PING, false, "p", true), add(FIN | PING, "p"));
        assertEquals(Optional.empty(), add(0, ""));
        assertEquals(message(Opcode.TEXT, true, "abcd", true), add(FIN, "cd"));
    }

    @Test
    void takesASingleFrameAsAMessage() {
        assertEquals(message(Opcode.BINARY, false, "", true), add(FIN | 0x02, ""));
        assertEquals(message(Opcode.RESERVED_5, false, "x", true), add(FIN | 0x05, "x"));
    }

    @Test
    void takesAContinuationOfNothingAsAMessage() {
        assertEquals(message(Opcode.CONTINUATION, false, "x", true), add(FIN, "x"));
    }

    @Test
    void beginsAnewWhenADataFrameInterruptsAMessage() {
        add(TEXT, "lost");
        assertEquals(message(Opcode.TEXT, false, "new", true), add(FIN | TEXT, "new"));
    }

    @Test
    void keepsTheBeginningOfAMessageOverTheBudget() {
        add(TEXT, "12345678");
        assertEquals(message(Opcode.TEXT, false, "1234567890", false), add(FIN, "90abc"));
    }

    @Test
    void joinsNothingBehindAGap() {
        FrameHeader header = new FrameHeader(TEXT, false, 0, 1000, 4);
        assertEquals(Optional.empty(), assembler.add(header, bytes("ab")));
        assertEquals(message(Opcode.TEXT, false, "ab", false), add(FIN, "cd"));
    }

    private Optional<Message> add(int firstByte, String payload) {
        ByteBuffer bytes = bytes(payload);
        Optional<Message> message = assembler.add(new FrameHeader(firstByte, false, 0, payload.length(), 2), bytes);
        assertEquals(payload.length(), bytes.remaining());
        return message;
    }

    private static Optional<Message> message(Opcode opcode, boolean compressed, String payload, boolean whole) {
        return Optional.of(new Message(opcode, compressed, bytes(payload), whole));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
