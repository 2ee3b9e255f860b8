package io.scflocal.app.fx;

/** Which colours the user wants. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /**
     * The one that comes after it when the user clicks through: from the system's to the other colours, so that a first click always
     * shows something, then to the system's colours as a choice of their own, then to the system's again.
     */
    public Theme next(boolean systemIsDark) {
        Theme same = systemIsDark ? DARK : LIGHT;
        Theme other = systemIsDark ? LIGHT : DARK;
        if (this == SYSTEM) {
            return other;
        }
        return this == other ? same : SYSTEM;
    }
}
