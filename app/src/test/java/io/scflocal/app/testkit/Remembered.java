package io.scflocal.app.testkit;

import io.scflocal.app.settings.SettingsFile;
import java.nio.file.Path;

/** Settings for tests. */
public final class Remembered {
    private Remembered() {}

    /** Settings that remember nothing from before and write nothing. */
    public static SettingsFile nothing() {
        return new SettingsFile(Path.of("there", "is", "no", "such", "file"), write -> {});
    }
}
