package io.scflocal.app.testkit;

/** A stand-in for the window's own style sheet, for tests of a single view. */
public final class TestStyles {
    /** The colours and classes that every view may count on, over those of AtlantaFX. */
    public static final String SHEET = "data:text/css,"
            + (".root { -fx-font-size: 13px; -fx-font-family: 'Noto Sans CJK SC'; -scf-c2f: -color-accent-fg; -scf-f2c: -color-success-fg;"
                            + " -scf-control: -color-done-fg; -scf-danger: -color-danger-fg;"
                            + " -scf-warning: -color-warning-fg; -scf-success: -color-success-fg; }"
                            + " .mono { -fx-font-family: 'Noto Sans Mono CJK SC'; -fx-font-size: 13px; }"
                            + " .muted { -fx-text-fill: -color-fg-muted; } .section-title { -fx-font-weight: bold; }"
                            + " .pill { -fx-padding: 3px 9px; -fx-background-radius: 12px; -fx-border-radius: 12px;"
                            + " -fx-border-color: -color-border-default; }")
                    .replace(" ", "%20")
                    .replace("#", "%23");

    private TestStyles() {}
}
