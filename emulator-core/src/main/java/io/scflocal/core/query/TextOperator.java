package io.scflocal.core.query;

import java.util.Locale;
import java.util.Optional;

/** The operators that look for a part of a text or of bytes. */
enum TextOperator {
    CONTAINS,
    /** Without regard to case. */
    ICONTAINS,
    STARTSWITH;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TextOperator> take(Source source) {
        for (TextOperator operator : values()) {
            if (source.takeWord(operator.text())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
