package io.scflocal.core.instance;

/** What an instance is doing. */
public enum InstanceState {
    /** Its process is being started; connections wait for it. */
    STARTING("starting"),
    /** It runs and serves nobody; the next connection takes it over. */
    WARM("warm"),
    /** It serves at least one connection. */
    SERVING("serving"),
    /** Runs code of before a reload: it serves whom it serves, and nobody else. */
    RETIRED("retired"),
    /** Its processes are being ended. */
    STOPPING("stopping"),
    /** It is gone. */
    ENDED("ended");

    private final String id;

    InstanceState(String id) {
        this.id = id;
    }

    /** The stable name in machine-readable output. */
    public String id() {
        return id;
    }
}
