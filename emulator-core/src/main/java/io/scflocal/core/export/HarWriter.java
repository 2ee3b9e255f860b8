package io.scflocal.core.export;

import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.HandshakeRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/**
 * HTTP Archive 1.2 with {@code _webSocketMessages}, as browsers' developer tools read it: one entry per connection, with its messages
 * joined and inflated. What only we know stands under {@code _scf}.
 */
final class HarWriter implements CaptureWriter {
    /** What the look at each frame before the first byte takes of the time, against its payload's way into the file. */
    private static final int SORTING_TENTHS = 1;

    private final Redaction redaction;
    private final boolean controlFrames;

    /**
     * Writes archives.
     *
     * @param redaction for handshakes
     * @param controlFrames whether pings, pongs and Close frames are written as messages, which not every reader understands
     */
    HarWriter(Redaction redaction, boolean controlFrames) {
        this.redaction = redaction;
        this.controlFrames = controlFrames;
    }

    @Override
    public void write(CaptureSource capture, FrameSelection selection, OutputStream out, ExportProgress progress)
            throws IOException {
        JsonOutput output = new JsonOutput(out);
        try (FramesByConnection frames = new FramesByConnection()) {
            ExportProgress sorting = progress.part(0, SORTING_TENTHS);
            new FrameWalk(capture.frames(), selection, sorting).<IOException>each(frames::add);
            TreeSet<Integer> connections = new TreeSet<>(frames.connections());
            for (int number = capture.session().firstConnection();
                    selection.isAll() && number <= capture.session().connectionCount();
                    number++) {
                if (capture.session().connection(number).isPresent()) {
                    connections.add(number);
                }
            }
            ExportProgress writing = progress.part(SORTING_TENTHS, 10 - SORTING_TENTHS);
            Entries entries = new Entries(capture, frames, writing, connections.size());
            output.document(json -> {
                json.writeName("log");
                json.writeStartObject();
                head(json);
                capture.frames().gap().ifPresent(gap -> gap(json, gap));
                json.writeArrayPropertyStart("entries");
                for (int number : connections) {
                    entries.write(json, number);
                }
                json.writeEndArray();
                json.writeEndObject();
            });
            output.flush();
            entries.end();
        }
    }

    private static void head(JsonGenerator json) {
        json.writeStringProperty("version", "1.2");
        json.writeName("creator");
        json.writeStartObject();
        json.writeStringProperty("name", "scf-local");
        json.writeStringProperty("version", "1");
        json.writeEndObject();
        json.writeArrayPropertyStart("pages");
        json.writeEndArray();
    }

    private static void gap(JsonGenerator json, Gap gap) {
        json.writeStringProperty("comment", GapSentence.of(gap));
        json.writeName("_droppedFrames");
        json.writeStartObject();
        json.writeNumberProperty("count", gap.count());
        json.writeStringProperty("from", JsonlWriter.time(gap.fromEpochNanos()));
        json.writeStringProperty("to", JsonlWriter.time(gap.toEpochNanos()));
        json.writeNumberProperty("quotaBytes", gap.quotaBytes());
        if (gap.connections() > 0) {
            json.writeNumberProperty("connections", gap.connections());
        }
        json.writeEndObject();
    }

    private ConnectionRecord redacted(ConnectionRecord connection) {
        return new ConnectionRecord(
                connection.number(),
                connection.openedEpochNanos(),
                connection.requestId(),
                connection.client(),
                connection.webSocket(),
                connection.instance(),
                redaction.apply(connection.handshake()),
                connection.end());
    }

    /** A connection whose record is damaged or had to make room. */
    private static ConnectionRecord unknown(int number, FrameRecord first) {
        HandshakeRecord handshake = new HandshakeRecord("GET", "/", "/", List.of(), 101, List.of());
        return new ConnectionRecord(number, first.epochNanos(), "", "", true, "", handshake, Optional.empty());
    }

    /** Writes entries, and tells how many of all connections and frames have been begun. */
    private final class Entries {
        private final CaptureSource capture;
        private final FramesByConnection frames;
        private final ExportSteps steps;
        private final long total;
        private long begun;

        Entries(CaptureSource capture, FramesByConnection frames, ExportProgress progress, int connections) {
            this.capture = capture;
            this.frames = frames;
            total = frames.size() + connections;
            steps = new ExportSteps(progress, total);
        }

        void write(JsonGenerator json, int number) throws IOException {
            steps.frame(0, begun++);
            ConnectionRecord connection = capture.session()
                    .connection(number)
                    .map(HarWriter.this::redacted)
                    .orElseGet(() -> unknown(number, capture.frames().frame(frames.first(number))));
            json.writeStartObject();
            new HarEntry(json, connection).write();
            if (connection.webSocket()) {
                json.writeArrayPropertyStart("_webSocketMessages");
                messages(new HarMessages(json, capture.frames(), controlFrames), number);
                json.writeEndArray();
            }
            json.writeEndObject();
        }

        private void messages(HarMessages messages, int number) throws IOException {
            for (long frame = frames.first(number); frame >= 0; frame = frames.next(number, frame)) {
                FrameRecord record = capture.frames().frame(frame);
                steps.frame(record.capturedLength(), begun++);
                if (record.isListed()) {
                    messages.write(record);
                }
            }
        }

        /** Everything has been written. */
        void end() {
            steps.report(total);
        }
    }
}
