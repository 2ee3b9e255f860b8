package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.LimitsRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/** Builds captures of what {@link JsonlWriter} has written. Connections keep their numbers; frames and lines are numbered anew, from 0. */
public final class JsonlReader {
    private final Map<Integer, ConnectionRecord> open = new HashMap<>();
    private final JsonInput input;

    private JsonlReader(JsonInput input) {
        this.input = input;
    }

    /**
     * Reads a file into a new capture. Blocks. When it fails, what was read before is left in the directory as a capture.
     *
     * @param in is read to its end, but not closed
     * @param directory where the capture is to lie, created if it is missing
     * @throws IOException if {@code in} can't be read or is something else, with the line in the message; or if the capture can't be
     *     written
     */
    public static void read(InputStream in, Path directory) throws IOException {
        try (JsonInput input = new JsonInput(in)) {
            input.attempt(() -> new JsonlReader(input).read(directory));
        }
    }

    private void read(Path directory) throws IOException {
        Fields header = input.nextDocument() ? next() : new Fields(Map.of());
        if (!header.text("$schema").equals(JsonlWriter.SCHEMA)) {
            throw new FaultyInput(ImportFault.NO_SCHEMA, JsonlWriter.SCHEMA);
        }
        CaptureHeader whole = new CaptureHeader(header.text("folder"), header.time("started"), longestPayload(header));
        try (ImportTarget target = new ImportTarget(directory, whole)) {
            while (input.nextDocument()) {
                line(next(), target);
            }
        }
    }

    private static int longestPayload(Fields header) {
        return header.has("longestPayload")
                ? header.integer("longestPayload", 0, CaptureLimits.MOST_PAYLOAD)
                : CaptureLimits.USUAL_PAYLOAD;
    }

    private Fields next() {
        if (!input.begins(JsonToken.START_OBJECT)) {
            throw new FaultyInput(ImportFault.NO_OBJECT);
        }
        return input.object(Set.of());
    }

    private void line(Fields line, ImportTarget target) throws IOException {
        switch (line.text("ev")) {
            case "" -> frame(line, target);
            case "gap" -> target.gap(gap(line));
            case "limits" -> target.limits(limits(line));
            case "open" -> open(line, target);
            case "log" -> target.line(line.time("t"), line.text("source"), line.text("requestId"), line.text("text"));
            case "end" -> end(line, target);
            default -> throw new FaultyInput(ImportFault.UNKNOWN_EVENT, line.text("ev"));
        }
    }

    private static void frame(Fields line, ImportTarget target) throws IOException {
        target.frame(JsonlFrameReader.frame(line));
        if (line.has("noted")) {
            target.annotate(line.time("noted"), line.flag("marked"), line.text("label"), line.text("note"));
        }
    }

    private static LimitsRecord limits(Fields line) {
        return new LimitsRecord(
                line.time("t"),
                line.text("fn"),
                line.number("idleNanos", 0, Long.MAX_VALUE),
                line.number("executionNanos", 0, Long.MAX_VALUE),
                line.flag("pingsCount"));
    }

    private static Gap gap(Fields line) {
        long count = line.number("frames", 0, Long.MAX_VALUE);
        long connections = line.has("connections") ? line.number("connections", 0, Long.MAX_VALUE) : 0;
        long lines = line.has("lines") ? line.number("lines", 0, Long.MAX_VALUE) : 0;
        long from = line.time("t");
        long to = line.time("until");
        if (to < from || count == 0 && connections == 0 && lines == 0) {
            throw new FaultyInput(ImportFault.NO_GAP);
        }
        return new Gap(
                count,
                line.number("listed", 0, count),
                from,
                to,
                line.number("quotaBytes", 0, CaptureLimits.MOST_QUOTA),
                connections,
                lines);
    }

    private void open(Fields line, ImportTarget target) throws IOException {
        HandshakeRecord handshake = new HandshakeRecord(
                line.text("method"),
                line.text("target"),
                line.text("functionTarget"),
                line.headers("requestHeaders"),
                line.integer("status", 0, 999),
                line.headers("responseHeaders"));
        ConnectionRecord connection = new ConnectionRecord(
                line.integer("conn", 1, ImportedFrame.MOST_CONNECTIONS),
                line.time("t"),
                line.text("requestId"),
                line.text("client"),
                line.flag("webSocket"),
                line.text("instance"),
                handshake,
                Optional.empty());
        open.put(connection.number(), connection);
        target.connection(connection);
    }

    private void end(Fields line, ImportTarget target) throws IOException {
        ConnectionRecord begun = open.remove(line.integer("conn", 1, ImportedFrame.MOST_CONNECTIONS));
        if (begun == null) {
            throw new FaultyInput(ImportFault.NOT_OPENED);
        }
        EndRecord end = new EndRecord(
                line.integer("status", 0, 999),
                line.text("cause"),
                line.integer("closeCode", 0, 0xFFFF),
                line.text("closeReason"),
                line.integer("httpStatus", 0, 999),
                line.number("durationNanos", 0, Long.MAX_VALUE));
        target.connection(new ConnectionRecord(
                begun.number(),
                begun.openedEpochNanos(),
                begun.requestId(),
                begun.client(),
                begun.webSocket(),
                begun.instance(),
                begun.handshake(),
                Optional.of(end)));
    }
}
