package io.scflocal.core.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

/** A set of whole numbers as closed ranges; {@link Subject#MISSING} is in none. */
final class Ranges {
    private static final long LOWEST = Long.MIN_VALUE + 1;
    private static final BigInteger LOWEST_BIG = BigInteger.valueOf(LOWEST);
    private static final BigInteger HIGHEST_BIG = BigInteger.valueOf(Long.MAX_VALUE);

    private final long[] bounds;

    private Ranges(long... bounds) {
        this.bounds = bounds;
    }

    /** All from the one to the other; none if the second is less. */
    static Ranges between(long from, long to) {
        return from > to ? new Ranges() : new Ranges(from, to);
    }

    /** All that compare in this way with what lies from the one to the other, which is mostly one number. */
    static Ranges of(Comparison comparison, BigDecimal from, BigDecimal to) {
        return switch (comparison) {
            case EQ -> between(ceiling(from), floor(to));
            case NE -> of(Comparison.LT, from, to).plus(between(after(to), Long.MAX_VALUE));
            case LE -> between(LOWEST, floor(from));
            case LT -> between(LOWEST, before(from));
            case GE -> between(ceiling(from), Long.MAX_VALUE);
            case GT -> between(after(from), Long.MAX_VALUE);
        };
    }

    Ranges plus(Ranges other) {
        long[] both = Arrays.copyOf(bounds, bounds.length + other.bounds.length);
        System.arraycopy(other.bounds, 0, both, bounds.length, other.bounds.length);
        return new Ranges(both);
    }

    Ranges intersect(Ranges other) {
        Ranges common = new Ranges();
        for (int i = 0; i < bounds.length; i += 2) {
            for (int j = 0; j < other.bounds.length; j += 2) {
                common = common.plus(
                        between(Math.max(bounds[i], other.bounds[j]), Math.min(bounds[i + 1], other.bounds[j + 1])));
            }
        }
        return common;
    }

    /** All that are in none of these. */
    Ranges complement() {
        Ranges rest = between(LOWEST, Long.MAX_VALUE);
        for (int i = 0; i < bounds.length; i += 2) {
            Ranges below = bounds[i] == LOWEST ? new Ranges() : between(LOWEST, bounds[i] - 1);
            Ranges above = bounds[i + 1] == Long.MAX_VALUE ? new Ranges() : between(bounds[i + 1] + 1, Long.MAX_VALUE);
            rest = rest.intersect(below.plus(above));
        }
        return rest;
    }

    boolean contains(long value) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (value >= bounds[i] && value <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    private static long floor(BigDecimal value) {
        return clamp(value.setScale(0, RoundingMode.FLOOR).toBigInteger());
    }

    private static long ceiling(BigDecimal value) {
        return clamp(value.setScale(0, RoundingMode.CEILING).toBigInteger());
    }

    private static long before(BigDecimal value) {
        return clamp(value.setScale(0, RoundingMode.CEILING).toBigInteger().subtract(BigInteger.ONE));
    }

    private static long after(BigDecimal value) {
        return clamp(value.setScale(0, RoundingMode.FLOOR).toBigInteger().add(BigInteger.ONE));
    }

    private static long clamp(BigInteger value) {
        return value.max(LOWEST_BIG).min(HIGHEST_BIG).longValue();
    }
}
