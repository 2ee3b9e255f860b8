package io.scflocal.app.cli;

/** The command line is wrong; the message is one sentence in the user's language. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
