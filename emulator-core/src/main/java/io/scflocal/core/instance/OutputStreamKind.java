package io.scflocal.core.instance;

/** Which of its two output streams a process wrote a line to. */
public enum OutputStreamKind {
    STDOUT,
    STDERR
}
