package io.scflocal.app.filter;

import io.scflocal.core.query.QueryError;

/** What the text in the filter box is. */
public sealed interface Verdict {

    /** Nothing: it filters nothing. */
    record Empty() implements Verdict {}

    /** Words to look for. */
    record QuickSearch() implements Verdict {}

    /** A valid expression. */
    record Expression() implements Verdict {}

    /**
     * A valid expression that says the same of every frame, which is hardly meant.
     *
     * @param matches whether every frame matches; otherwise none does
     */
    record Constant(boolean matches) implements Verdict {}

    /** No valid expression; the filter before it stays in force. */
    record Wrong(QueryError error) implements Verdict {}
}
