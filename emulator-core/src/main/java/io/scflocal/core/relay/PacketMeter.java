package io.scflocal.core.relay;

import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.TrafficLimits;
import io.scflocal.core.problem.ProblemKind;
import io.scflocal.core.problem.ProblemSink;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Counts what one connection moves, second by second, and reports what the platform would not let pass. Both directions count together;
 * a second begins with the first bytes after the one before.
 *
 * <p>Confined to the tunnel's I/O thread.
 */
final class PacketMeter {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Invocation invocation;
    private final Supplier<PlatformChoices> choices;
    private final ProblemSink problems;
    private long secondStart = -SECOND;
    private long bytes;
    private int packets;
    private boolean bytesReported;
    private boolean packetsReported;
    private boolean packetTooLarge;

    PacketMeter(Invocation invocation, Supplier<PlatformChoices> choices, ProblemSink problems) {
        this.invocation = invocation;
        this.choices = choices;
        this.problems = problems;
    }

    /** Bytes have passed, the last of them in {@code frame}, and {@code begun} messages have begun with them. */
    void passed(int count, int begun, long frame) {
        long now = invocation.deadlines().openNanos();
        if (now - secondStart >= SECOND) {
            secondStart = now;
            bytes = 0;
            packets = 0;
            bytesReported = false;
            packetsReported = false;
        }
        bytes += count;
        packets += begun;
        TrafficLimits limits = choices.get().limits();
        if (bytes > limits.bytesPerSecond() && !bytesReported) {
            bytesReported = true;
            report(ProblemKind.BYTES_PER_SECOND, frame, bytes, limits.bytesPerSecond());
        }
        if (packets > limits.packetsPerSecond() && !packetsReported) {
            packetsReported = true;
            report(ProblemKind.PACKETS_PER_SECOND, frame, packets, limits.packetsPerSecond());
        }
    }

    /**
     * A message has grown to {@code length} bytes of payload with {@code frame}, which adds {@code added} of them.
     *
     * @return whether that frame must not pass
     */
    boolean message(long length, long added, long frame) {
        TrafficLimits limits = choices.get().limits();
        if (length <= limits.packetBytes() || length - added > limits.packetBytes()) {
            return false;
        }
        report(ProblemKind.PACKET_SIZE, frame, length, limits.packetBytes());
        packetTooLarge |= limits.enforced();
        return limits.enforced();
    }

    /** Whether what passes is held up, so that a frame must be looked at before the next one. */
    boolean enforced() {
        return choices.get().limits().enforced();
    }

    /** Whether a message has come that must not pass. */
    boolean packetTooLarge() {
        return packetTooLarge;
    }

    /** How long nothing more may pass; zero or less if it may at once. */
    long waitNanos() {
        TrafficLimits limits = choices.get().limits();
        boolean spent = bytes >= limits.bytesPerSecond() || packets >= limits.packetsPerSecond();
        // What follows a refused message is not passed on, so that there is nothing to delay.
        return limits.enforced() && spent && !packetTooLarge
                ? secondStart + SECOND - invocation.deadlines().openNanos()
                : 0;
    }

    private void report(ProblemKind kind, long frame, long measured, long limit) {
        problems.report(kind, invocation.connection(), frame, measured, limit);
    }
}
