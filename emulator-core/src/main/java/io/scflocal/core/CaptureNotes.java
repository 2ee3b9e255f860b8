package io.scflocal.core;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import io.scflocal.core.capture.LineRecord;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Header;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.LogLine;
import java.util.List;

/** Records connections and log lines in the capture, beside the frames. Thread-safe. */
final class CaptureNotes implements EmulatorListener {
    private final CaptureStore capture;

    CaptureNotes(CaptureStore capture) {
        this.capture = capture;
    }

    @Override
    public void changed(Invocation invocation) {
        record(invocation);
    }

    @Override
    public void opened(Invocation invocation) {
        record(invocation);
    }

    @Override
    public void ended(Invocation invocation) {
        record(invocation);
    }

    @Override
    public void logged(LogLine line) {
        capture.record(
                new LineRecord(line.number(), line.epochNanos(), line.source().name(), line.requestId(), line.text()));
    }

    private void record(Invocation invocation) {
        capture.record(new ConnectionRecord(
                invocation.connection(),
                invocation.openedEpochNanos(),
                invocation.requestId(),
                invocation.client(),
                invocation.webSocket(),
                invocation.instance(),
                handshake(invocation.handshake()),
                invocation.end().map(CaptureNotes::end)));
    }

    private static HandshakeRecord handshake(Handshake handshake) {
        return new HandshakeRecord(
                handshake.method(),
                handshake.requestTarget(),
                handshake.functionTarget(),
                headers(handshake.requestHeaders()),
                handshake.responseStatus(),
                headers(handshake.responseHeaders()));
    }

    private static List<HeaderRecord> headers(List<Header> headers) {
        return headers.stream()
                .map(header -> new HeaderRecord(
                        header.name(), header.value(), header.origin().name()))
                .toList();
    }

    private static EndRecord end(InvocationEnd end) {
        return new EndRecord(
                end.status().code(),
                end.cause().id(),
                end.closeCode(),
                end.closeReason(),
                end.httpStatus(),
                end.durationNanos());
    }
}
