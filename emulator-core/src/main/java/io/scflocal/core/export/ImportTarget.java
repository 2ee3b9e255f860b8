package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.LimitsRecord;
import io.scflocal.core.capture.LineRecord;
import io.scflocal.core.frame.FrameSink;
import io.scflocal.core.frame.Masking;
import io.scflocal.core.time.RecordedTicker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** A capture that is built of what was exported. For one thread. */
final class ImportTarget implements AutoCloseable {
    private final RecordedTicker time = new RecordedTicker();
    private final CaptureStore store;
    private long lines;

    ImportTarget(Path directory, CaptureHeader header) throws IOException {
        time.tell(header.startedEpochNanos());
        store = CaptureStore.create(
                directory, header.folder(), new CaptureLimits(CaptureLimits.MOST_QUOTA, header.longestPayload()), time);
    }

    void gap(Gap gap) throws IOException {
        store.record(gap);
    }

    void limits(LimitsRecord limits) throws IOException {
        store.record(limits);
        check();
    }

    void connection(ConnectionRecord connection) throws IOException {
        store.record(connection);
        check();
    }

    void line(long epochNanos, String source, String requestId, String text) throws IOException {
        store.record(new LineRecord(lines++, epochNanos, source, requestId, text));
        check();
    }

    void frame(ImportedFrame frame) throws IOException {
        time.tell(frame.epochNanos());
        FrameSink recorder = store.recorder(frame.connection(), frame.direction(), frame.origin());
        recorder.frameStarted(
                frame.header().firstByte(),
                frame.header().masked(),
                frame.header().maskKey(),
                frame.header().payloadLength(),
                frame.header().headerLength());
        ByteBuffer wire = ByteBuffer.wrap(frame.payload());
        if (wire.hasRemaining()) {
            Masking.apply(wire, 0, wire.limit(), frame.header().maskKey(), 0);
            recorder.payload(wire, 0, wire.limit());
        }
        if (frame.complete()) {
            recorder.frameEnded();
        }
        check();
    }

    /** Notes something on the last frame. */
    void annotate(long epochNanos, boolean marked, String label, String note) throws IOException {
        time.tell(epochNanos);
        store.annotations().set(store.count() - 1, marked, label, note);
        check();
    }

    @Override
    public void close() {
        store.close();
    }

    private void check() throws IOException {
        Optional<IOException> fault = store.fault();
        if (fault.isPresent()) {
            throw fault.get();
        }
    }
}
