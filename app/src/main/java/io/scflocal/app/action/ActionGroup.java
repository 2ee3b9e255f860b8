package io.scflocal.app.action;

import java.util.Locale;

/** Under which heading an action stands in the list of keys and in the command palette. */
public enum ActionGroup {
    FUNCTION,
    CONNECTIONS,
    FRAMES,
    DETAIL,
    LOG,
    CAPTURE,
    WINDOW,
    HELP;

    /** Key of the heading's text. */
    public String textKey() {
        return "action.group." + name().toLowerCase(Locale.ROOT);
    }
}
