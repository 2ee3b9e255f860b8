package io.scflocal.core;

import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import io.scflocal.core.capture.LineRecord;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.export.CaptureSource;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.LogSource;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.RecordedTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A capture of earlier, with its connections and its log as they were. Nothing of it changes any more. Thread-safe. */
public final class Recording implements AutoCloseable {
    private static final int MOST_LINES = 100_000;
    private static final int LINES_AT_ONCE = 1_000;

    /** How a connection is shown whose end was not recorded, because the emulator was killed. */
    private static final InvocationEnd NOT_ENDED =
            new InvocationEnd(FunctionStatus.SUCCESS, EndCause.STOPPED, 0, "", 0, 0);

    private final StoredCapture capture;
    private final RecordedTicker time = new RecordedTicker();
    private final InvocationLog log = new InvocationLog(time, line -> {});
    private final Invocations invocations =
            new Invocations(time, () -> Timeouts.DEFAULT, log, new InvocationListener() {});

    private Recording(StoredCapture capture) {
        this.capture = capture;
    }

    /**
     * Opens a capture. Blocks as long as it takes to look at every frame once.
     *
     * @throws IOException if there is none in the directory or it can't be read
     */
    public static Recording open(Path directory) throws IOException {
        Recording recording = new Recording(StoredCapture.open(directory));
        recording.connections();
        recording.lines();
        return recording;
    }

    /** The frames. */
    public StoredCapture capture() {
        return capture;
    }

    /** The connections: all that had not ended, and the newest 2,000 others. */
    public Invocations invocations() {
        return invocations;
    }

    /** The newest lines of the log. */
    public InvocationLog log() {
        return log;
    }

    /** Everything, to be exported. */
    public CaptureSource source() {
        return CaptureSource.of(capture);
    }

    @Override
    public void close() throws IOException {
        capture.close();
    }

    private void connections() {
        Map<Integer, Invocation> restored = new HashMap<>();
        for (int number = capture.session().firstConnection();
                number <= capture.session().connectionCount();
                number++) {
            capture.session()
                    .connection(number)
                    .ifPresent(record -> restored.put(record.number(), invocations.restore(past(record))));
        }
        CaptureCursor frame = capture.cursor();
        for (long number = capture.first(); number < capture.count(); number++) {
            frame.moveTo(number);
            Invocation invocation = restored.get(frame.connection());
            if (invocation != null) {
                invocation.traffic(frame.direction()).frame(frame.headerLength());
                invocation.traffic(frame.direction()).payload((int) Math.min(Integer.MAX_VALUE, frame.payloadLength()));
            }
        }
    }

    private void lines() {
        long count = capture.session().lineCount();
        for (long from = Math.max(capture.session().firstLine(), count - MOST_LINES);
                from < count;
                from += LINES_AT_ONCE) {
            for (LineRecord line : capture.session().lines(from, LINES_AT_ONCE)) {
                time.tell(line.epochNanos());
                log.append(
                        constant(LogSource.values(), line.source(), LogSource.STDOUT), line.requestId(), line.text());
            }
        }
    }

    private static Invocations.Past past(ConnectionRecord record) {
        return new Invocations.Past(
                record.number(),
                record.requestId(),
                record.openedEpochNanos(),
                record.client(),
                record.webSocket(),
                record.instance(),
                handshake(record.handshake()),
                record.end().map(Recording::end).orElse(NOT_ENDED));
    }

    private static InvocationEnd end(EndRecord end) {
        return new InvocationEnd(
                Arrays.stream(FunctionStatus.values())
                        .filter(status -> status.code() == end.status())
                        .findFirst()
                        .orElse(FunctionStatus.INTERNAL_ERROR),
                Arrays.stream(EndCause.values())
                        .filter(cause -> cause.id().equals(end.cause()))
                        .findFirst()
                        .orElse(EndCause.STOPPED),
                end.closeCode(),
                end.closeReason(),
                end.httpStatus(),
                end.durationNanos());
    }

    private static Handshake handshake(HandshakeRecord record) {
        return new Handshake(
                record.method(),
                record.requestTarget(),
                record.functionTarget(),
                headers(record.requestHeaders()),
                record.responseStatus(),
                headers(record.responseHeaders()));
    }

    private static List<Header> headers(List<HeaderRecord> headers) {
        return headers.stream()
                .map(header -> new Header(
                        header.name(),
                        header.value(),
                        constant(Header.Origin.values(), header.origin(), Header.Origin.PEER)))
                .toList();
    }

    private static <E extends Enum<E>> E constant(E[] values, String name, E otherwise) {
        return Optional.ofNullable(name).stream()
                .flatMap(wanted ->
                        Arrays.stream(values).filter(value -> value.name().equals(wanted)))
                .findFirst()
                .orElse(otherwise);
    }
}
