package io.scflocal.core.query;

/** A text is no JSON. One for all, because most payloads aren't. */
final class MalformedJsonException extends RuntimeException {
    static final MalformedJsonException INSTANCE = new MalformedJsonException();

    private static final long serialVersionUID = 1;

    private MalformedJsonException() {
        super("not JSON", null, false, false);
    }
}
