package io.scflocal.core.relay;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.PlatformChoices;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Judges what passes in one direction by the platform's rules: activity, sizes, rates.
 *
 * <p>Confined to the tunnel's I/O thread.
 */
final class DirectionWatch implements Pump.Watch, FrameTap.Listener {
    private final Invocation invocation;
    private final Supplier<PlatformChoices> choices;
    private final PacketMeter meter;
    private final FrameCapture capture;
    private final Acts acts;
    private boolean refused;

    /** What has to be done about it. */
    interface Acts {
        /** A peer's Close frame is complete. */
        void closeFrame(Direction direction, byte[] unmaskedPayload);

        /** Nothing may pass for so long. */
        void waitFor(Duration delay);
    }

    DirectionWatch(
            Invocation invocation,
            Supplier<PlatformChoices> choices,
            PacketMeter meter,
            FrameCapture capture,
            Acts acts) {
        this.invocation = invocation;
        this.choices = choices;
        this.meter = meter;
        this.capture = capture;
        this.acts = acts;
    }

    @Override
    public void looked(FrameTap tap, int bytes) {
        if (tap.takeActivity(choices.get().pingsCount())) {
            ownMessage();
        }
        meter.passed(bytes, tap.takeMessagesBegun(), capture.lastFrame());
    }

    @Override
    public void ownMessage() {
        invocation.deadlines().message();
    }

    @Override
    public boolean frameByFrame() {
        return meter.enforced();
    }

    @Override
    public boolean mustWait() {
        long nanos = meter.waitNanos();
        if (nanos > 0) {
            acts.waitFor(Duration.ofNanos(nanos));
        }
        return nanos > 0;
    }

    @Override
    public boolean refused() {
        return refused;
    }

    @Override
    public void closeFrame(Direction direction, byte[] unmaskedPayload) {
        acts.closeFrame(direction, unmaskedPayload);
    }

    @Override
    public void messageGrew(long length, long added) {
        refused |= meter.message(length, added, capture.lastFrame());
    }
}
