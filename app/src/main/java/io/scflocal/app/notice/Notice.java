package io.scflocal.app.notice;

import java.util.List;
import java.util.Optional;

/**
 * One notice.
 *
 * @param kind how much it weighs
 * @param textKey key of its text; a notice replaces an older one with the same key
 * @param arguments the text's arguments
 * @param remedy what can be done about it, usually taking something back
 */
public record Notice(Kind kind, String textKey, List<Object> arguments, Optional<Remedy> remedy) {

    /** How much a notice weighs. */
    public enum Kind {
        /** It worked; goes away by itself. */
        DONE,
        /** It did not; stays until the user closes it. */
        PROBLEM
    }

    /**
     * A button on a notice.
     *
     * @param textKey key of its text
     * @param run what it does; the notice goes away then
     */
    public record Remedy(String textKey, Runnable run) {}

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** Something worked. */
    public static Notice done(String textKey, Object... arguments) {
        return new Notice(Kind.DONE, textKey, List.of(arguments), Optional.empty());
    }

    /** Something did not work. */
    public static Notice problem(String textKey, Object... arguments) {
        return new Notice(Kind.PROBLEM, textKey, List.of(arguments), Optional.empty());
    }

    /** The same notice with a button. */
    public Notice with(String remedyKey, Runnable run) {
        return new Notice(kind, textKey, arguments, Optional.of(new Remedy(remedyKey, run)));
    }
}
