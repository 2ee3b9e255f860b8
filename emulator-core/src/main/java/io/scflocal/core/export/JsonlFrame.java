package io.scflocal.core.export;

import io.scflocal.core.capture.Annotation;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.ClosePayload;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.Opcode;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a frame as it was on the wire: its payload as text where it is UTF-8, a Close frame's as code and reason, another one's in base64.
 */
final class JsonlFrame {
    private static final int LONGEST_CONTROL_PAYLOAD = 125;

    private final CaptureReader frames;

    JsonlFrame(CaptureReader frames) {
        this.frames = frames;
    }

    void write(JsonGenerator json, FrameRecord frame) {
        FrameHeader header = frame.header();
        json.writeNumberProperty("n", frame.number());
        json.writeStringProperty("t", JsonlWriter.time(frame.epochNanos()));
        json.writeNumberProperty("conn", frame.connection());
        json.writeStringProperty("dir", direction(frame.direction()));
        if (frame.origin() != FrameOrigin.PEER) {
            json.writeStringProperty("origin", frame.origin().word());
        }
        json.writeStringProperty("op", opcode(header.opcode()));
        json.writeBooleanProperty("fin", header.fin());
        json.writeBooleanProperty("rsv1", header.rsv1());
        mark(json, "rsv2", header.rsv2());
        mark(json, "rsv3", header.rsv3());
        if (header.masked()) {
            json.writeStringProperty("mask", HexFormat.of().toHexDigits(header.maskKey()));
        }
        json.writeNumberProperty("len", header.payloadLength());
        json.writeNumberProperty("wire", header.wireLength());
        if (frame.capturedLength() < header.payloadLength()) {
            json.writeNumberProperty("captured", frame.capturedLength());
        }
        mark(json, "incomplete", !frame.complete());
        frames.annotations().of(frame.number()).ifPresent(annotation -> annotation(json, annotation));
        payload(json, frame);
    }

    private static void annotation(JsonGenerator json, Annotation annotation) {
        json.writeStringProperty("noted", JsonlWriter.time(annotation.epochNanos()));
        mark(json, "marked", annotation.marked());
        if (!annotation.label().isEmpty()) {
            json.writeStringProperty("label", annotation.label());
        }
        if (!annotation.note().isEmpty()) {
            json.writeStringProperty("note", annotation.note());
        }
    }

    private void payload(JsonGenerator json, FrameRecord frame) {
        Payload payload = Payload.of(frames, frame);
        Opcode opcode = frame.header().opcode();
        boolean compressed = frame.header().rsv1();
        if (payload.length() == 0) {
            return;
        }
        if (opcode == Opcode.CLOSE && payload.length() <= LONGEST_CONTROL_PAYLOAD) {
            close(json, payload);
        } else if (!compressed && opcode != Opcode.BINARY && opcode != Opcode.CLOSE && payload.isUtf8()) {
            JsonOutput.text(json, "text", payload);
        } else {
            JsonOutput.base64(json, "b64", payload);
        }
    }

    private static void close(JsonGenerator json, Payload payload) {
        ClosePayload close = ClosePayload.parse(ByteBuffer.wrap(payload.bytes()));
        if (close.wellFormed()) {
            json.writeNumberProperty("code", close.code());
            json.writeStringProperty("reason", close.reason());
        } else {
            JsonOutput.base64(json, "b64", payload);
        }
    }

    private static void mark(JsonGenerator json, String name, boolean set) {
        if (set) {
            json.writeBooleanProperty(name, true);
        }
    }

    /** Client to function, function to client. */
    static String direction(Direction direction) {
        return direction == Direction.CLIENT_TO_FUNCTION ? "c2f" : "f2c";
    }

    static String opcode(Opcode opcode) {
        return opcode.name().toLowerCase(Locale.ROOT);
    }
}
