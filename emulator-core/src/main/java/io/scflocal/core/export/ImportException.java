package io.scflocal.core.export;

import java.io.IOException;
import java.util.List;

/** A file holds something that can't be imported. */
public final class ImportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final ImportFault fault;
    private final transient List<Object> arguments;

    ImportException(int line, ImportFault fault, List<Object> arguments, Throwable cause) {
        super("Line " + line + " can't be imported: " + fault.id() + " " + arguments, cause);
        this.line = line;
        this.fault = fault;
        this.arguments = List.copyOf(arguments);
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong in it. */
    public ImportFault fault() {
        return fault;
    }

    /** Names and numbers that say what it is about, as the fault tells. */
    public List<Object> arguments() {
        return arguments;
    }
}
