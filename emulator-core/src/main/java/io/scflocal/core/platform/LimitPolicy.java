package io.scflocal.core.platform;

/** What happens when a connection or a request is beyond a limit of the platform. It is counted and reported in either case. */
public enum LimitPolicy {
    /** It passes. */
    WARN("warn"),
    /** What the platform states: a Close frame with 1009 for size, delay for rates, 406 and 410 for HTTP. */
    ENFORCE("enforce");

    private final String id;

    LimitPolicy(String id) {
        this.id = id;
    }

    /** The stable name in options and machine-readable output. */
    public String id() {
        return id;
    }
}
