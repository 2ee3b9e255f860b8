package io.scflocal.app.cli;

/** What the process tells its caller at the end. */
final class ExitStatus {
    /** A normal stop. */
    static final int OK = 0;
    /** The program itself failed, or its output could not be written. */
    static final int INTERNAL_ERROR = 1;
    /** The check of a folder has found errors. */
    static final int ERRORS_FOUND = 1;
    /** Wrong usage, or no such folder. */
    static final int USAGE = 2;
    /** The function, or the gateway in front of it, did not start. */
    static final int NOT_STARTED = 3;
    /** The command of {@code exec} may not be started, as shells say it. */
    static final int COMMAND_NOT_STARTED = 126;
    /** There is no such command, as shells say it. */
    static final int COMMAND_NOT_FOUND = 127;

    private ExitStatus() {}
}
