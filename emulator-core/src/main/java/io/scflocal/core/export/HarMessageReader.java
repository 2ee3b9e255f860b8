package io.scflocal.core.export;

import io.scflocal.core.frame.CloseCode;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.Opcode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Reads messages of an archive, whoever has written it, as frames that they might have come in. */
final class HarMessageReader {
    private static final BigDecimal MILLISECONDS_FROM = BigDecimal.valueOf(100_000_000_000L);
    private static final BigDecimal LATEST_SECOND = BigDecimal.valueOf(9_000_000_000L);

    private HarMessageReader() {}

    /** The frame of a message; empty when it is the report of an error. */
    static Optional<ImportedFrame> frame(Fields message, int connection) {
        Direction direction;
        switch (message.text("type")) {
            case "send" -> direction = Direction.CLIENT_TO_FUNCTION;
            case "receive" -> direction = Direction.FUNCTION_TO_CLIENT;
            default -> {
                return Optional.empty();
            }
        }
        int opcode = message.has("opcode") ? message.integer("opcode", 0, 15) : Opcode.TEXT.code();
        byte[] payload = payload(message, Opcode.of(opcode));
        return Optional.of(new ImportedFrame(
                epochNanos(message.decimal("time")),
                connection,
                direction,
                FrameOrigin.PEER,
                ImportedFrame.header(opcode, direction, payload.length),
                payload,
                true));
    }

    private static byte[] payload(Fields message, Opcode opcode) {
        String data = message.text("data");
        byte[] text = data.getBytes(StandardCharsets.UTF_8);
        int code = message.object("_scf").integer("closeCode", 0, 0xFFFF);
        if (opcode == Opcode.CLOSE && code != 0 && code != CloseCode.NO_STATUS_RECEIVED) {
            return ByteBuffer.allocate(Short.BYTES + text.length)
                    .putShort((short) code)
                    .put(text)
                    .array();
        }
        if (opcode != Opcode.BINARY) {
            return text;
        }
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            // Some programs write binary data as if it were text.
            return text;
        }
    }

    /** Seconds are the rule, but some programs write milliseconds. */
    private static long epochNanos(BigDecimal time) {
        BigDecimal seconds = time.compareTo(MILLISECONDS_FROM) > 0 ? time.movePointLeft(3) : time;
        if (seconds.signum() < 0 || seconds.compareTo(LATEST_SECOND) > 0) {
            throw new FaultyInput(ImportFault.NO_SECONDS);
        }
        return seconds.movePointRight(9).setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
