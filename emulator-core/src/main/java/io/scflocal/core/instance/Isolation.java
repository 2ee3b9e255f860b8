package io.scflocal.core.instance;

import java.util.Optional;
import java.util.stream.Stream;

/** How instances are to be kept apart. */
public enum Isolation {
    /** In sandboxes where they can run; otherwise by ports if the function takes its port from {@code PORT}; otherwise not at all. */
    AUTO("auto"),
    /** In sandboxes or not at all. */
    SANDBOX("sandbox"),
    /** One plain process for all connections. */
    NONE("none");

    private final String id;

    Isolation(String id) {
        this.id = id;
    }

    /** The stable name in options. */
    public String id() {
        return id;
    }

    /** The one of that name. */
    public static Optional<Isolation> of(String id) {
        return Stream.of(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
