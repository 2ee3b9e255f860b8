package io.scflocal.app.detail;

import io.scflocal.app.payload.FrameWords;
import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.Opcode;
import java.util.ArrayList;
import java.util.List;

/** The header of a frame, bit by bit. Source: RFC 6455 sections 5.2 and 5.5; RFC 7692 section 6 for RSV1. */
final class FrameFacts {
    private static final int FIXED_BITS = 16;
    private static final int MASK_KEY_BITS = 32;
    private static final int MAX_CONTROL_PAYLOAD = 125;

    private final Messages messages;
    private final FrameRecord frame;
    private final FrameHeader header;
    private final List<FrameFact> facts = new ArrayList<>();

    private FrameFacts(Messages messages, FrameRecord frame) {
        this.messages = messages;
        this.frame = frame;
        header = frame.header();
    }

    /** The fields of {@code frame} in the order of its bits. */
    static List<FrameFact> of(Messages messages, FrameRecord frame) {
        FrameFacts facts = new FrameFacts(messages, frame);
        facts.firstByte();
        facts.mask();
        facts.length();
        facts.maskKeyAndPayload();
        return facts.facts;
    }

    private void firstByte() {
        boolean control = header.opcode().isControl();
        String fin = header.fin() ? "fin1" : control ? "fin0control" : "fin0";
        add("0", "FIN", bit(header.fin()), fin, control && !header.fin());
        add("1", "RSV1", bit(header.rsv1()), header.rsv1() ? "rsv1" : "rsv0", false);
        add("2", "RSV2", bit(header.rsv2()), header.rsv2() ? "rsvSet" : "rsv0", header.rsv2());
        add("3", "RSV3", bit(header.rsv3()), header.rsv3() ? "rsvSet" : "rsv0", header.rsv3());
        Opcode opcode = header.opcode();
        String kind = opcode.isReserved() ? "opcodeReserved" : control ? "opcodeControl" : "opcodeData";
        add(
                "4–7",
                "opcode",
                "0x" + Formats.hex(opcode.code(), 1),
                kind,
                opcode.isReserved(),
                FrameWords.opcode(messages, opcode));
    }

    private void mask() {
        boolean fromClient = frame.direction() == Direction.CLIENT_TO_FUNCTION;
        boolean right = header.masked() == fromClient;
        String key = header.masked() ? (right ? "mask1" : "mask1wrong") : right ? "mask0" : "mask0wrong";
        add("8", "MASK", bit(header.masked()), key, !right);
    }

    private void length() {
        int extended = extendedBytes();
        long length = header.payloadLength();
        long field = extended == 0 ? length : extended == 2 ? 126 : 127;
        boolean tooLong = header.opcode().isControl() && length > MAX_CONTROL_PAYLOAD;
        String key = tooLong ? "lengthControl" : extended == 0 ? "length" : "lengthFollows";
        add("9–15", "Payload len", Long.toString(field), key, tooLong, Formats.count(length));
        if (extended > 0) {
            boolean shortest = length > (extended == 2 ? 125 : 65_535);
            add(
                    bits(FIXED_BITS, extended * 8L),
                    "Extended payload length",
                    Long.toString(length),
                    shortest ? "length" : "lengthNotShortest",
                    !shortest,
                    Formats.count(length));
        }
    }

    private int extendedBytes() {
        return header.headerLength() - 2 - (header.masked() ? 4 : 0);
    }

    private void maskKeyAndPayload() {
        long headerBits = header.headerLength() * 8L;
        if (header.masked()) {
            String key = "0x" + Formats.hex(header.maskKey(), 8);
            add(bits(headerBits - MASK_KEY_BITS, MASK_KEY_BITS), "Masking-key", key, "maskKey", false);
        }
        if (header.payloadLength() > 0) {
            String captured = Formats.count(frame.capturedLength());
            add(
                    Formats.count(headerBits) + "–",
                    "Payload data",
                    Formats.count(header.payloadLength()),
                    frame.complete() ? "payload" : "payloadPart",
                    false,
                    captured);
        }
    }

    private static String bits(long from, long count) {
        return from + "–" + (from + count - 1);
    }

    private static String bit(boolean set) {
        return set ? "1" : "0";
    }

    private void add(String bits, String name, String value, String key, boolean violation, Object... arguments) {
        facts.add(new FrameFact(bits, name, value, messages.get("detail.frame." + key, arguments), violation));
    }
}
