package io.scflocal.core.invocation;

/** Who wrote a line of the log. */
public enum LogSource {
    /** The function, on its standard output. */
    STDOUT,
    /** The function, on its standard error. */
    STDERR,
    /** The platform's own lines: START, Init Report, END, Report. */
    PLATFORM,
    /** The platform's line about a failure. */
    PLATFORM_ERROR
}
