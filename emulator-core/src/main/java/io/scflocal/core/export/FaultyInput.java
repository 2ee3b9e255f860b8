package io.scflocal.core.export;

import java.util.List;

/** Something in a file that can't be imported; whoever knows the line makes an {@link ImportException} of it. */
final class FaultyInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final ImportFault fault;
    private final transient List<Object> arguments;

    FaultyInput(ImportFault fault, Object... arguments) {
        super(fault.id() + " " + List.of(arguments));
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    ImportException at(int line) {
        return new ImportException(line, fault, arguments, this);
    }
}
