package io.scflocal.core.function;

import java.util.Optional;
import java.util.stream.Stream;

/** What happens when the files of a function change that runs. */
public enum ReloadMode {
    /** Nothing; the function keeps the code that it has. */
    OFF("off"),
    /** Connections end with Close 1012, and their instances are replaced. */
    CUT("cut"),
    /** Connections keep their instances, which go with the last of them; new connections get instances with the new code. */
    DRAIN("drain");

    private final String id;

    ReloadMode(String id) {
        this.id = id;
    }

    /** The stable name in settings, options and machine-readable output. */
    public String id() {
        return id;
    }

    /** The one of that name; empty if there is none. */
    public static Optional<ReloadMode> of(String id) {
        return Stream.of(values()).filter(mode -> mode.id.equals(id)).findFirst();
    }
}
