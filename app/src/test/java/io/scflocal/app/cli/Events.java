package io.scflocal.app.cli;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.Ticker;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Connections and frames made by hand, at times set by hand. */
final class Events implements Ticker, CaptureReader {
    long now;
    final Invocations invocations;
    private final List<FrameRecord> frames = new ArrayList<>();
    private final List<byte[]> payloads = new ArrayList<>();
    private long first;

    Events(InvocationListener listener) {
        invocations = new Invocations(this, () -> Timeouts.DEFAULT, new InvocationLog(this, line -> {}), listener);
    }

    Invocation open(String path) {
        Handshake handshake = new Handshake("GET", path, path, List.of(), 0, List.of());
        Invocation invocation = invocations.begin(new Opening("127.0.0.1:51000", true, handshake));
        invocations.opened(invocation, handshake.answered(101, List.of()));
        return invocation;
    }

    void end(Invocation invocation, FunctionStatus status, EndCause cause, int closeCode, String closeReason) {
        long duration = now - invocation.openedEpochNanos();
        invocations.end(invocation, new InvocationEnd(status, cause, closeCode, closeReason, 0, duration), 128, 0);
    }

    FrameRecord frame(Invocation invocation, Direction direction, int firstByte, byte[] payload) {
        FrameRecord frame = new FrameRecord(
                frames.size(),
                now,
                invocation.connection(),
                direction,
                new FrameHeader(firstByte, false, 0, payload.length, 2),
                payload.length,
                true);
        frames.add(frame);
        payloads.add(payload);
        invocation.traffic(direction).frame(2 + payload.length);
        return frame;
    }

    /** The last part of a frame has not arrived, or arrives now. */
    void setComplete(int number, boolean complete) {
        FrameRecord f = frames.get(number);
        frames.set(
                number,
                new FrameRecord(
                        f.number(),
                        f.epochNanos(),
                        f.connection(),
                        f.direction(),
                        f.header(),
                        f.capturedLength(),
                        complete));
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public long epochNanos() {
        return now;
    }

    @Override
    public long count() {
        return frames.size();
    }

    @Override
    public long bytes() {
        return 0;
    }

    /** The frames before this one had to make room. */
    void letGo(int end) {
        first = end;
        for (int number = 0; number < end; number++) {
            frames.set(
                    number,
                    new FrameRecord(
                            number, 0, 0, Direction.CLIENT_TO_FUNCTION, new FrameHeader(0, false, 0, 0, 0), 0, false));
        }
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public FrameRecord frame(long number) {
        return frames.get((int) number);
    }

    @Override
    public int payload(long number, long offset, ByteBuffer target) {
        byte[] payload = payloads.get((int) number);
        int length = Math.max(0, Math.min(target.remaining(), payload.length - (int) offset));
        target.put(payload, (int) offset, length);
        return length;
    }

    @Override
    public int wire(long number, long offset, ByteBuffer target) {
        throw new UnsupportedOperationException();
    }
}
