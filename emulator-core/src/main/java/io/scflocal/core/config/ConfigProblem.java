package io.scflocal.core.config;

import java.util.List;

/**
 * Something in a file that has no effect, or not the one that its author expects.
 *
 * @param kind what
 * @param origin where
 * @param arguments see the constants of {@link Kind}
 */
public record ConfigProblem(Kind kind, Origin origin, List<String> arguments) {

    public ConfigProblem {
        arguments = List.copyOf(arguments);
    }

    /** What can be wrong. Each constant names its arguments. */
    public enum Kind {
        /** The file can't be read or understood. Arguments: what is wrong with it. */
        UNREADABLE,
        /** Nobody knows this key; probably misspelt. Arguments: the key. */
        UNKNOWN_KEY,
        /** Arguments: the key, the value, what is allowed. */
        BAD_VALUE,
        /** An expression whose value is not known here. Arguments: the key, the expression. */
        UNRESOLVED,
        /** A line of {@code .env} that is none. Arguments: the line. */
        BAD_LINE,
        /** The file describes another kind of function. Arguments: the key, the value, what this emulator runs. */
        OTHER_KIND
    }

    static ConfigProblem of(Kind kind, Origin origin, String... arguments) {
        return new ConfigProblem(kind, origin, List.of(arguments));
    }
}
