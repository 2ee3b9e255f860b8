package io.scflocal.app;

import java.nio.file.Path;

/** Where the functions are that come with the program. */
public final class Samples {
    /** The sample that needs nothing but the JDK. */
    public static final String DEFAULT = "ws_java";

    private static final String HOME_PROPERTY = "scflocal.home";

    private Samples() {}

    /** The folder of a sample, which may be missing. The launchers say where the program is; else it is the working directory. */
    public static Path folder(String name) {
        return Path.of(System.getProperty(HOME_PROPERTY, ""))
                .resolve("samples")
                .resolve(name)
                .toAbsolutePath();
    }
}
