package io.scflocal.core.query;

import java.util.Optional;

/** The comparing operators. */
public enum Comparison {
    EQ("==", "eq"),
    NE("!=", "ne"),
    LE("<=", "le"),
    LT("<", "lt"),
    GE(">=", "ge"),
    GT(">", "gt");

    private final String symbol;
    private final String word;

    Comparison(String symbol, String word) {
        this.symbol = symbol;
        this.word = word;
    }

    public String symbol() {
        return symbol;
    }

    boolean isOrder() {
        return this != EQ && this != NE;
    }

    /** Whether it holds for two values whose order is {@code order}, as of {@link Comparable#compareTo}. */
    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LE -> order <= 0;
            case LT -> order < 0;
            case GE -> order >= 0;
            case GT -> order > 0;
        };
    }

    /** The same with both sides exchanged. */
    Comparison flipped() {
        return switch (this) {
            case EQ, NE -> this;
            case LE -> GE;
            case LT -> GT;
            case GE -> LE;
            case GT -> LT;
        };
    }

    static Optional<Comparison> take(Source source) {
        for (Comparison comparison : values()) {
            if (source.take(comparison.symbol) || source.takeWord(comparison.word)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }
}
