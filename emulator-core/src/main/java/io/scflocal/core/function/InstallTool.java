package io.scflocal.core.function;

/** The programs that fetch a function's dependencies. */
public enum InstallTool {
    NPM,
    /** {@code python -m pip}, of the Python that stands in for the one that the start file names. */
    PIP
}
