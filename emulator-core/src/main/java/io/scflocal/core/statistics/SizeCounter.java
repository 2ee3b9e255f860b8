package io.scflocal.core.statistics;

import java.util.Arrays;

/** Counts sizes in classes of 1/32 of a power of two, in 16 KB of memory however many there are. For one thread. */
final class SizeCounter {
    private static final int FINE_BITS = 5;
    private static final int FINE = 1 << FINE_BITS;

    private final long[] classes = new long[FINE * Long.SIZE];
    private long count;
    private long min = Long.MAX_VALUE;
    private long max;
    private double sum;

    void add(long size) {
        classes[classOf(size)]++;
        count++;
        sum += size;
        min = Math.min(min, size);
        max = Math.max(max, size);
    }

    Sizes sizes() {
        return count == 0
                ? new Sizes(0, 0, 0, 0, 0, new long[0])
                : new Sizes(count, min, sum / count, Math.max(min, Math.min(max, median())), max, histogram());
    }

    private long median() {
        long wanted = (count + 1) / 2;
        int at = 0;
        for (long passed = classes[0]; passed < wanted; passed += classes[at]) {
            at++;
        }
        return middle(at);
    }

    private long[] histogram() {
        long[] powers = new long[Long.SIZE + 1];
        int last = 0;
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] > 0) {
                last = Long.SIZE - Long.numberOfLeadingZeros(least(i));
                powers[last] += classes[i];
            }
        }
        return Arrays.copyOf(powers, last + 1);
    }

    /** Small sizes have a class each; above, a power of two has 32. */
    private static int classOf(long size) {
        if (size < FINE) {
            return (int) size;
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(size);
        return (power - FINE_BITS + 1) * FINE + (int) (size >>> power - FINE_BITS) - FINE;
    }

    private static long least(int number) {
        int power = number / FINE - 1;
        return power < 0 ? number : (long) (number % FINE + FINE) << power;
    }

    private static long middle(int number) {
        int power = number / FINE - 1;
        return power <= 0 ? least(number) : least(number) + (1L << power - 1);
    }
}
