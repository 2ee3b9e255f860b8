package io.scflocal.core.query;

/** Carries a fault out of the parser; never leaves this package. */
final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient QueryError error;

    QueryException(QueryError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    QueryError error() {
        return error;
    }
}
