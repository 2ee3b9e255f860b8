package io.scflocal.core.statistics;

import java.util.Arrays;

/** Counts frames and bytes by time. When the intervals become too many, each two become one of twice the length. For one thread. */
final class RateCounter {
    private static final int MOST = 600;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long from;
    private final long[] frames = new long[MOST];
    private final long[] bytes = new long[MOST];
    private long seconds = 1;
    private int used;

    /** The first interval begins at {@code fromEpochNanos}; what was before it is counted in it. */
    RateCounter(long fromEpochNanos) {
        from = fromEpochNanos;
    }

    void add(long epochNanos, long wireBytes) {
        long at = Math.max(0, epochNanos - from) / NANOS_PER_SECOND / seconds;
        while (at >= MOST) {
            halve();
            at /= 2;
        }
        used = Math.max(used, (int) at + 1);
        frames[(int) at]++;
        bytes[(int) at] += wireBytes;
    }

    /** What has been counted, in intervals at least as long and as many as those of the other direction. */
    Rates rates(RateCounter other) {
        while (seconds < other.seconds) {
            halve();
        }
        int length = Math.max(used, (int) ((other.used * other.seconds + seconds - 1) / seconds));
        return new Rates(from, seconds, Arrays.copyOf(frames, length), Arrays.copyOf(bytes, length));
    }

    private void halve() {
        seconds *= 2;
        for (int i = 0; i < MOST / 2; i++) {
            frames[i] = frames[2 * i] + frames[2 * i + 1];
            bytes[i] = bytes[2 * i] + bytes[2 * i + 1];
        }
        Arrays.fill(frames, MOST / 2, MOST, 0);
        Arrays.fill(bytes, MOST / 2, MOST, 0);
        used = (used + 1) / 2;
    }
}
