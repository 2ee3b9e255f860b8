package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import io.scflocal.core.capture.LimitsRecord;
import io.scflocal.core.capture.LineRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Our own format, one JSON object a line: a header with the schema and its version, which limits were in force when, what is missing if
 * anything is, then connections, frames as they were on the wire, lines of the log and ends in the order of time. Everything that a capture
 * needs to be built again is in it.
 */
public final class JsonlWriter implements CaptureWriter {
    /** The schema and its version, in the first line. */
    static final String SCHEMA = "scf-frames/1";

    private final Redaction redaction;

    /** Writes handshakes with {@code redaction}. */
    public JsonlWriter(Redaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public void write(CaptureSource capture, FrameSelection selection, OutputStream out, ExportProgress progress)
            throws IOException {
        JsonOutput lines = new JsonOutput(out);
        lines.document(json -> header(json, capture.header()));
        for (LimitsRecord limits : capture.frames().limits()) {
            lines.document(json -> limits(json, limits));
        }
        JsonlFrame frames = new JsonlFrame(capture.frames());
        new Timeline(capture, selection, progress).tell(new Timeline.Visitor() {
            @Override
            public void gap(Gap gap) throws IOException {
                lines.document(json -> JsonlWriter.gap(json, gap));
            }

            @Override
            public void opened(ConnectionRecord connection) throws IOException {
                lines.document(json -> open(json, connection));
            }

            @Override
            public void frame(FrameRecord frame) throws IOException {
                lines.document(json -> frames.write(json, frame));
            }

            @Override
            public void line(LineRecord line) throws IOException {
                lines.document(json -> log(json, line));
            }

            @Override
            public void ended(ConnectionRecord connection) throws IOException {
                lines.document(json -> end(json, connection));
            }
        });
        lines.flush();
    }

    /** Writes selected frames alone, without anything that belongs to the capture as a whole. Blocks. */
    public static void writeFrames(CaptureReader capture, FrameSelection selection, OutputStream out)
            throws IOException {
        JsonOutput lines = new JsonOutput(out);
        JsonlFrame frames = new JsonlFrame(capture);
        new FrameWalk(capture, selection, ExportProgress.NONE)
                .<IOException>each(frame -> lines.document(json -> frames.write(json, frame)));
        lines.flush();
    }

    private static void header(JsonGenerator json, CaptureHeader header) {
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("folder", header.folder());
        json.writeStringProperty("started", time(header.startedEpochNanos()));
        json.writeNumberProperty("longestPayload", header.longestPayload());
    }

    private static void limits(JsonGenerator json, LimitsRecord limits) {
        json.writeStringProperty("ev", "limits");
        json.writeStringProperty("t", time(limits.epochNanos()));
        json.writeStringProperty("fn", limits.function());
        json.writeNumberProperty("idleNanos", limits.idleNanos());
        json.writeNumberProperty("executionNanos", limits.executionNanos());
        json.writeBooleanProperty("pingsCount", limits.pingsCount());
    }

    private static void gap(JsonGenerator json, Gap gap) {
        json.writeStringProperty("ev", "gap");
        json.writeStringProperty("t", time(gap.fromEpochNanos()));
        json.writeStringProperty("until", time(gap.toEpochNanos()));
        json.writeNumberProperty("frames", gap.count());
        json.writeNumberProperty("listed", gap.end());
        json.writeNumberProperty("quotaBytes", gap.quotaBytes());
        if (gap.connections() > 0) {
            json.writeNumberProperty("connections", gap.connections());
        }
        if (gap.lines() > 0) {
            json.writeNumberProperty("lines", gap.lines());
        }
    }

    private void open(JsonGenerator json, ConnectionRecord connection) {
        HandshakeRecord handshake = redaction.apply(connection.handshake());
        json.writeStringProperty("ev", "open");
        json.writeStringProperty("t", time(connection.openedEpochNanos()));
        json.writeNumberProperty("conn", connection.number());
        json.writeStringProperty("requestId", connection.requestId());
        json.writeStringProperty("client", connection.client());
        json.writeBooleanProperty("webSocket", connection.webSocket());
        json.writeStringProperty("instance", connection.instance());
        json.writeStringProperty("method", handshake.method());
        json.writeStringProperty("target", handshake.requestTarget());
        json.writeStringProperty("functionTarget", handshake.functionTarget());
        headers(json, "requestHeaders", handshake.requestHeaders());
        json.writeNumberProperty("status", handshake.responseStatus());
        headers(json, "responseHeaders", handshake.responseHeaders());
    }

    private static void headers(JsonGenerator json, String name, List<HeaderRecord> headers) {
        json.writeArrayPropertyStart(name);
        for (HeaderRecord header : headers) {
            json.writeStartObject();
            json.writeStringProperty("name", header.name());
            json.writeStringProperty("value", header.value());
            json.writeStringProperty("origin", header.origin());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void log(JsonGenerator json, LineRecord line) {
        json.writeStringProperty("ev", "log");
        json.writeStringProperty("t", time(line.epochNanos()));
        json.writeStringProperty("source", line.source());
        json.writeStringProperty("requestId", line.requestId());
        json.writeStringProperty("text", line.text());
    }

    private static void end(JsonGenerator json, ConnectionRecord connection) {
        EndRecord end = connection.end().orElseThrow();
        json.writeStringProperty("ev", "end");
        json.writeStringProperty("t", time(connection.openedEpochNanos() + end.durationNanos()));
        json.writeNumberProperty("conn", connection.number());
        json.writeNumberProperty("status", end.status());
        json.writeStringProperty("cause", end.cause());
        json.writeNumberProperty("closeCode", end.closeCode());
        json.writeStringProperty("closeReason", end.closeReason());
        json.writeNumberProperty("httpStatus", end.httpStatus());
        json.writeNumberProperty("durationNanos", end.durationNanos());
    }

    /** ISO 8601 in UTC, to the nanosecond. */
    static String time(long epochNanos) {
        return Instant.EPOCH.plusNanos(epochNanos).toString();
    }
}
