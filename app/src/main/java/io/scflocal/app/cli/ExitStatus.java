package io.scflocal.app.cli;

/** What the process tells its caller at the end. */
final class ExitStatus {
    /** A normal stop. */
    static final int OK = 0;
    /** The program itself failed. */
    static final int INTERNAL_ERROR = 1;
    /** The check of a folder has found errors. */
    static final int ERRORS_FOUND = 1;
    /** Wrong usage, or no such folder. */
    static final int USAGE = 2;
    /** The function, or the gateway in front of it, did not start. */
    static final int NOT_STARTED = 3;

    private ExitStatus() {}
}
