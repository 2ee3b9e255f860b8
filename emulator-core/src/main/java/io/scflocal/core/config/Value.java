package io.scflocal.core.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * A value and where it comes from.
 *
 * @param text the value as a text
 * @param origin where it stands
 * @param hides where weaker values stand that it hides, the strongest first
 */
public record Value(String text, Origin origin, List<Origin> hides) {

    public Value {
        hides = List.copyOf(hides);
    }

    /** One that hides nothing. */
    public Value(String text, Origin origin) {
        this(text, origin, List.of());
    }

    /** The same in the place of {@code weaker} and of what that one hides. */
    Value over(Value weaker) {
        return new Value(
                text,
                origin,
                Stream.concat(Stream.of(weaker.origin), weaker.hides.stream()).toList());
    }
}
