package io.scflocal.core.launch;

import java.util.Map;

/** What the exit status of a shell or a process says. Source: POSIX Shell Command Language, section 2.8.2. */
final class ExitStatus {
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int SIGNAL_BASE = 128;
    /** Numbers as on Linux and macOS, where they are the same for these. Source: signal(7). */
    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "hung up (SIGHUP)",
            2, "interrupted (SIGINT)",
            4, "illegal instruction (SIGILL)",
            6, "aborted (SIGABRT)",
            8, "arithmetic error (SIGFPE)",
            9, "killed (SIGKILL), perhaps for want of memory",
            11, "invalid memory access (SIGSEGV)",
            13, "wrote to a closed pipe (SIGPIPE)",
            15, "terminated (SIGTERM)");

    private static final int LAST_SIGNAL = 64;

    private ExitStatus() {}

    /** In words; empty if the number says nothing beyond itself. */
    static String inWords(int status) {
        int signal = status - SIGNAL_BASE;
        if (SIGNALS.containsKey(signal)) {
            return SIGNALS.get(signal);
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
