package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Reads the lines that {@link JsonlFrame} has written. Whatever is no frame is an {@link IllegalArgumentException}. */
final class JsonlFrameReader {
    private static final int LONGEST_HEADER = 14;

    private JsonlFrameReader() {}

    static ImportedFrame frame(Fields line) {
        FrameHeader header = header(line);
        byte[] payload = payload(line);
        long expected = line.has("captured")
                ? line.number("captured", 0, Math.min(header.payloadLength(), CaptureLimits.MOST_PAYLOAD))
                : header.payloadLength();
        if (payload.length != expected) {
            throw new FaultyInput(ImportFault.PAYLOAD_LENGTH, payload.length, expected);
        }
        return new ImportedFrame(
                line.time("t"),
                line.integer("conn", 1, ImportedFrame.MOST_CONNECTIONS),
                direction(line.text("dir")),
                origin(line),
                header,
                payload,
                !line.flag("incomplete"));
    }

    private static FrameHeader header(Fields line) {
        int firstByte = opcode(line.text("op"))
                | bit(line, "fin", 0x80)
                | bit(line, "rsv1", 0x40)
                | bit(line, "rsv2", 0x20)
                | bit(line, "rsv3", 0x10);
        boolean masked = line.has("mask");
        int maskKey = masked ? HexFormat.fromHexDigits(line.text("mask")) : 0;
        long length = line.number("len", 0, Long.MAX_VALUE);
        return new FrameHeader(firstByte, masked, maskKey, length, headerLength(line, length, masked));
    }

    private static int headerLength(Fields line, long payloadLength, boolean masked) {
        int key = masked ? Integer.BYTES : 0;
        int shortest = 2 + ImportedFrame.lengthBytes(payloadLength) + key;
        if (payloadLength > Long.MAX_VALUE - LONGEST_HEADER) {
            return shortest;
        }
        long length = line.number("wire", payloadLength + shortest, payloadLength + LONGEST_HEADER) - payloadLength;
        long form = length - key;
        if (form != 2 && form != 4 && form != 10) {
            throw new FaultyInput(ImportFault.HEADER_LENGTH, length);
        }
        return (int) length;
    }

    private static byte[] payload(Fields line) {
        if (line.has("b64")) {
            return Base64.getDecoder().decode(line.text("b64"));
        }
        if (line.has("code")) {
            byte[] reason = line.text("reason").getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Short.BYTES + reason.length)
                    .putShort((short) line.integer("code", 0, 0xFFFF))
                    .put(reason)
                    .array();
        }
        return line.text("text").getBytes(StandardCharsets.UTF_8);
    }

    private static int bit(Fields line, String name, int bit) {
        return line.flag(name) ? bit : 0;
    }

    private static int opcode(String name) {
        return Arrays.stream(Opcode.values())
                .filter(opcode -> JsonlFrame.opcode(opcode).equals(name))
                .findFirst()
                .orElseThrow(() -> new FaultyInput(ImportFault.NO_OPCODE, name))
                .code();
    }

    private static Direction direction(String name) {
        return switch (name) {
            case "c2f" -> Direction.CLIENT_TO_FUNCTION;
            case "f2c" -> Direction.FUNCTION_TO_CLIENT;
            default -> throw new FaultyInput(ImportFault.NO_DIRECTION);
        };
    }

    private static FrameOrigin origin(Fields line) {
        if (!line.has("origin")) {
            return FrameOrigin.PEER;
        }
        return switch (line.text("origin")) {
            case "user" -> FrameOrigin.USER;
            case "platform" -> FrameOrigin.PLATFORM;
            default -> throw new FaultyInput(ImportFault.NO_ORIGIN);
        };
    }
}
