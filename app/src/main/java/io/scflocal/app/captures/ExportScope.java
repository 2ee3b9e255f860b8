package io.scflocal.app.captures;

import java.util.Locale;

/** Which frames are exported. */
public enum ExportScope {
    /** All of the capture, with the connections and the log. */
    ALL,
    /** Those that are listed. */
    SHOWN,
    /** Those that are selected. */
    SELECTED;

    String textKey() {
        return "captures.export." + name().toLowerCase(Locale.ROOT);
    }
}
