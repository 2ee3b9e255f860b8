package io.scflocal.core.platform;

/**
 * How an end is classed that the platform's table of ends does not name: a Close frame without a code (1005), no Close frame at all
 * (1006), and 1001, which browsers send when a tab is closed.
 */
public enum UnclearEnds {
    /** By the letter of the table, where every other code is a failure: 439 or 456. */
    FAILURE("failure"),
    /** As if it were 1000: 200. */
    SUCCESS("success");

    private final String id;

    UnclearEnds(String id) {
        this.id = id;
    }

    /** The stable name in options and machine-readable output. */
    public String id() {
        return id;
    }
}
