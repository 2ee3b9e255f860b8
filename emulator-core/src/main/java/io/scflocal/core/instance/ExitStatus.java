package io.scflocal.core.instance;

/** What the exit status of a shell or a process says. Source: POSIX Shell Command Language, section 2.8.2. */
final class ExitStatus {
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int SIGNAL_BASE = 128;
    private static final int SIGNAL_KILL = 9;
    private static final int SIGNAL_TERM = 15;
    private static final int LAST_SIGNAL = 64;

    private ExitStatus() {}

    /** In words; empty if the number says nothing beyond itself. */
    static String inWords(int status) {
        int signal = status - SIGNAL_BASE;
        if (signal == SIGNAL_KILL) {
            return "killed (SIGKILL)";
        }
        if (signal == SIGNAL_TERM) {
            return "terminated (SIGTERM)";
        }
        if (signal > 0 && signal <= LAST_SIGNAL) {
            return "ended by signal " + signal;
        }
        return switch (status) {
            case NOT_EXECUTABLE -> "command found but not executable";
            case NOT_FOUND -> "command not found";
            default -> "";
        };
    }
}
