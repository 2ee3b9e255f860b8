package io.scflocal.app.traffic;

import java.util.Locale;

/** What the time column shows. */
enum TimeMode {
    /** The time of day. */
    CLOCK,
    /** Since the handshake of the frame's connection. */
    OPEN,
    /** Since the row above. */
    SHOWN,
    /** Since the frame before of the same connection, shown or not. */
    CONNECTION,
    /** Since the frame that the user has chosen. */
    REFERENCE;

    /** Key of its name in the menu. */
    String key() {
        return "frames.time." + name().toLowerCase(Locale.ROOT);
    }

    /** Key of the column's heading. */
    String headingKey() {
        return key() + ".heading";
    }

    /** The next one; after the last the first. */
    TimeMode next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
