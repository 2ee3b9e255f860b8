package io.scflocal.app.detail;

import io.scflocal.app.payload.Content;
import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.payload.Payloads;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.ClosePayload;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.Opcode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The header of a frame, bit by bit. Source: RFC 6455 sections 5.2, 5.5 and 7.4; RFC 7692 section 6 for RSV1. */
final class FrameFacts {
    private static final int BYTE = 8;
    private static final int FIXED_BITS = 16;
    private static final int MASK_KEY_BITS = 32;
    private static final int MAX_CONTROL_PAYLOAD = 125;

    private final Messages messages;
    private final Content content;
    private final FrameRecord frame;
    private final FrameHeader header;
    private final boolean deflate;
    private final List<FrameFact> facts = new ArrayList<>();

    private FrameFacts(Messages messages, Content content, boolean deflate) {
        this.messages = messages;
        this.content = content;
        this.deflate = deflate;
        frame = content.frame();
        header = frame.header();
    }

    /**
     * The fields of a frame in the order of its bits.
     *
     * @param deflate whether its connection has agreed on permessage-deflate
     */
    static List<FrameFact> of(Messages messages, Content content, boolean deflate) {
        FrameFacts facts = new FrameFacts(messages, content, deflate);
        facts.firstByte();
        facts.mask();
        facts.length();
        facts.maskKeyAndPayload();
        return facts.facts;
    }

    private void firstByte() {
        boolean control = header.opcode().isControl();
        String fin = header.fin() ? "fin1" : control ? "fin0control" : "fin0";
        add(0, 1, "FIN", bit(header.fin()), fin, control && !header.fin());
        rsv1(control);
        add(2, 1, "RSV2", bit(header.rsv2()), header.rsv2() ? "rsvSet" : "rsv0", header.rsv2());
        add(3, 1, "RSV3", bit(header.rsv3()), header.rsv3() ? "rsvSet" : "rsv0", header.rsv3());
        Opcode opcode = header.opcode();
        String kind = opcode.isReserved() ? "opcodeReserved" : control ? "opcodeControl" : "opcodeData";
        String words = FrameWords.opcode(messages, opcode);
        add(4, 4, "opcode", "0x" + Formats.hex(opcode.code(), 1), kind, opcode.isReserved(), words);
    }

    private void rsv1(boolean control) {
        String meaning = "rsv0";
        if (header.rsv1()) {
            meaning = !deflate
                    ? "rsvSet"
                    : control ? "rsv1control" : header.opcode() == Opcode.CONTINUATION ? "rsv1continuation" : "rsv1";
        }
        boolean allowed = meaning.equals("rsv0") || meaning.equals("rsv1");
        add(1, 1, "RSV1", bit(header.rsv1()), meaning, !allowed);
    }

    private void mask() {
        boolean fromClient = frame.direction() == Direction.CLIENT_TO_FUNCTION;
        boolean right = header.masked() == fromClient;
        String key = header.masked() ? (right ? "mask1" : "mask1wrong") : right ? "mask0" : "mask0wrong";
        add(BYTE, 1, "MASK", bit(header.masked()), key, !right);
    }

    private void length() {
        int extended = extendedBytes();
        long length = header.payloadLength();
        long field = extended == 0 ? length : extended == 2 ? 126 : 127;
        boolean tooLong = header.opcode().isControl() && length > MAX_CONTROL_PAYLOAD;
        String key = tooLong ? "lengthControl" : extended == 0 ? "length" : "lengthFollows";
        add(BYTE + 1, 7, "Payload len", Long.toString(field), key, tooLong, Formats.count(length));
        if (extended > 0) {
            boolean shortest = length > (extended == 2 ? 125 : 65_535);
            String meaning = shortest ? "length" : "lengthNotShortest";
            String value = Long.toString(length);
            long bits = (long) extended * BYTE;
            add(FIXED_BITS, bits, "Extended payload length", value, meaning, !shortest, Formats.count(length));
        }
    }

    private int extendedBytes() {
        return header.headerLength() - 2 - (header.masked() ? 4 : 0);
    }

    private void maskKeyAndPayload() {
        long headerBits = (long) header.headerLength() * BYTE;
        if (header.masked()) {
            String key = "0x" + Formats.hex(header.maskKey(), 8);
            add(headerBits - MASK_KEY_BITS, MASK_KEY_BITS, "Masking-key", key, "maskKey", false);
        }
        if (header.payloadLength() > 0) {
            String wrong = wrongPayload();
            String meaning = !wrong.isEmpty() ? wrong : frame.complete() && isKept() ? "payload" : "payloadPart";
            String value = Formats.count(header.payloadLength());
            long bits = Math.min(header.payloadLength(), Long.MAX_VALUE / BYTE - BYTE) * BYTE;
            add(headerBits, bits, "Payload data", value, meaning, !wrong.isEmpty(), captured());
        }
    }

    private boolean isKept() {
        return frame.capturedLength() == header.payloadLength();
    }

    private String captured() {
        return Formats.count(frame.capturedLength());
    }

    /** What is forbidden about the payload of a Close frame; empty if nothing is. */
    private String wrongPayload() {
        if (header.opcode() != Opcode.CLOSE || !isKept()) {
            return "";
        }
        byte[] payload = Payloads.read(content.reader(), frame.number(), 0, MAX_CONTROL_PAYLOAD);
        ClosePayload close = ClosePayload.parse(ByteBuffer.wrap(payload));
        if (payload.length == 1) {
            return "closeOneByte";
        }
        return !close.wellFormed() ? "closeNotText" : mayBeSent(close.code()) ? "" : "closeCode";
    }

    /** Source: RFC 6455 section 7.4.1 and 7.4.2. */
    private static boolean mayBeSent(int code) {
        return code >= 1000 && code < 5000 && code != 1004 && code != 1005 && code != 1006 && code != 1015;
    }

    private static String bit(boolean set) {
        return set ? "1" : "0";
    }

    private void add(long from, long bits, String name, String value, String key, boolean wrong, Object... arguments) {
        facts.add(new FrameFact(from, bits, name, value, messages.get("detail.frame." + key, arguments), wrong));
    }
}
