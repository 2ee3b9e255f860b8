package io.scflocal.app.text;

import io.scflocal.core.export.ImportException;

/** Says why a file can't be imported. */
public final class ImportText {
    private ImportText() {}

    /** A sentence with the line. */
    public static String of(Messages messages, ImportException failure) {
        String fault = messages.get(
                "captures.import." + failure.fault().id(), failure.arguments().toArray());
        return messages.get("captures.import.line", Integer.toString(failure.line()), fault);
    }
}
