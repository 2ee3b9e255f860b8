package io.scflocal.core.instance;

/** How an instance is kept apart from the machine and from other instances. */
public enum Separation {
    /** A port 9000, a network, a file system and a process table of its own, as in the cloud. */
    SANDBOX("sandbox"),
    /** A process of its own that listens on a port of its own; files are those of this machine. */
    OWN_PORT("port"),
    /** One process that serves all connections. */
    SHARED("shared");

    private final String id;

    Separation(String id) {
        this.id = id;
    }

    /** The stable name in machine-readable output. */
    public String id() {
        return id;
    }
}
