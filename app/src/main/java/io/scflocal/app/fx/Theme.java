package io.scflocal.app.fx;

/** Which colours the user wants. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The one that comes after it when the user clicks through. */
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
