package io.scflocal.core.export;

import io.scflocal.core.capture.Annotations;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.ClosePayload;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import tools.jackson.core.JsonGenerator;

/** Writes the frames of one connection as the messages of an entry. {@code send} is what the client has sent. */
final class HarMessages {
    private final JsonGenerator json;
    private final boolean controlFrames;
    private final MessageWalk messages;
    private final Annotations annotations;

    HarMessages(JsonGenerator json, CaptureReader frames, boolean controlFrames) {
        this.json = json;
        this.controlFrames = controlFrames;
        messages = new MessageWalk(frames);
        annotations = frames.annotations();
    }

    void write(FrameRecord frame) {
        messages.next(frame)
                .filter(message -> controlFrames || !message.opcode().isControl())
                .ifPresent(this::write);
    }

    private void write(ExportedMessage message) {
        FrameRecord frame = message.frame();
        boolean sent = frame.direction() == Direction.CLIENT_TO_FUNCTION;
        json.writeStartObject();
        json.writeStringProperty("type", sent ? "send" : "receive");
        json.writeNumberProperty("time", seconds(frame.epochNanos()));
        if (message.opcode() == Opcode.TEXT || message.opcode().isControl()) {
            json.writeNumberProperty("opcode", message.opcode().code());
            text(message);
        } else {
            // Also a continuation that continues nothing: no reader knows another opcode for bytes.
            json.writeNumberProperty("opcode", Opcode.BINARY.code());
            JsonOutput.base64(json, "data", message.payload());
        }
        extras(message);
        json.writeEndObject();
    }

    private void text(ExportedMessage message) {
        if (message.opcode() == Opcode.CLOSE) {
            ClosePayload close =
                    ClosePayload.parse(ByteBuffer.wrap(message.payload().bytes()));
            json.writeStringProperty("data", close.reason());
        } else {
            JsonOutput.text(json, "data", message.payload());
        }
    }

    private void extras(ExportedMessage message) {
        json.writeName("_scf");
        json.writeStartObject();
        json.writeNumberProperty("n", message.frame().number());
        json.writeNumberProperty("wireLength", message.wireLength());
        message.message().ifPresent(known -> {
            json.writeNumberProperty("frames", known.frames());
            json.writeBooleanProperty("compressed", known.compressed());
        });
        if (message.opcode() == Opcode.CLOSE) {
            json.writeNumberProperty(
                    "closeCode",
                    ClosePayload.parse(ByteBuffer.wrap(message.payload().bytes()))
                            .code());
        }
        annotations.of(message.frame().number()).ifPresent(annotation -> {
            json.writeBooleanProperty("marked", annotation.marked());
            json.writeStringProperty("label", annotation.label());
            json.writeStringProperty("note", annotation.note());
        });
        if (!message.isWhole()) {
            json.writeBooleanProperty("truncated", true);
            json.writeNumberProperty("keptLength", message.payload().length());
            message.length().ifPresent(length -> json.writeNumberProperty("length", length));
        }
        json.writeEndObject();
    }

    /** Seconds since 1970, to the microsecond. */
    static BigDecimal seconds(long epochNanos) {
        return BigDecimal.valueOf(Math.floorDiv(epochNanos, 1000L), 6);
    }
}
