package io.scflocal.app.action;

import java.util.List;
import java.util.Locale;

/** Keys that hold only where the focus is, and that are too many or too plain to be actions of their own. */
enum PaneKeys {
    LIST(
            "move ↑ ↓ PgUp PgDn Home End",
            "extend Shift+↑ ↓",
            "all Ctrl+A",
            "copy Ctrl+C",
            "pause Space",
            "mark M",
            "type a … z /"),
    FILTER("offer Ctrl+Space", "take Tab", "earlier ↑ ↓", "presets Alt+↓", "clear Esc"),
    TIMELINE("pan ← →", "zoom + −", "all 0"),
    LINES("frame Enter", "copy Ctrl+C"),
    COMPOSER("send Ctrl+Enter");

    private final List<Key> keys;

    /**
     * What some keys do.
     *
     * @param textKey key of its text in the bundles
     * @param keys the keys as they are shown
     */
    record Key(String textKey, String keys) {}

    /** Each of {@code keys} is the name of what is done, a space, and the keys as they are shown. */
    PaneKeys(String... keys) {
        this.keys = List.of(keys).stream()
                .map(key -> key.split(" ", 2))
                .map(parts -> new Key(textKey() + "." + parts[0], parts[1]))
                .toList();
    }

    /** Key of the heading's text. */
    String textKey() {
        return "action.pane." + name().toLowerCase(Locale.ROOT);
    }

    /** What the keys do. */
    List<Key> keys() {
        return keys;
    }
}
