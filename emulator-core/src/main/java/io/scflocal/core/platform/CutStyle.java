package io.scflocal.core.platform;

/** What the two peers see when the platform cuts a connection with 455 or 433. The platform's documents do not say. */
public enum CutStyle {
    /** Both TCP connections end without a Close frame; a client reports 1006. */
    TCP_END("tcp", 0),
    /** Both get a Close frame with code 1001, going away. */
    GOING_AWAY("1001", 1001),
    /** Both get a Close frame with code 1011, internal error. */
    INTERNAL_ERROR("1011", 1011);

    private final String id;
    private final int closeCode;

    CutStyle(String id, int closeCode) {
        this.id = id;
        this.closeCode = closeCode;
    }

    /** The stable name in options and machine-readable output. */
    public String id() {
        return id;
    }

    /** The code of the Close frame; 0 if there is none. */
    public int closeCode() {
        return closeCode;
    }
}
