package io.scflocal.core.output;

/** Which of its two output streams a process wrote a line to. */
public enum OutputStreamKind {
    STDOUT,
    STDERR
}
