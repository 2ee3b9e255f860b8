package io.scflocal.core.check;

/** What the checks look at; findings are shown under it, and a subject without findings as passed. */
public enum Subject {
    /** A file of the right name in the right place. */
    START_FILE,
    EXECUTABLE,
    LINE_ENDINGS,
    INTERPRETER,
    /** What the start file runs exists. */
    ENTRY_FILE,
    DEPENDENCIES,
    /** The function listens where the platform connects to. */
    LISTENING,
    ENVIRONMENT,
    /** Writes only where the platform lets it write. */
    WRITES,
    /** What connections share in memory. */
    SHARED_STATE,
    PACKAGE
}
