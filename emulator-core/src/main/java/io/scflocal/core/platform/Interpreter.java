package io.scflocal.core.platform;

import java.util.List;

/**
 * One runtime under {@code /var/lang} on the platform.
 *
 * @param directory name of its directory, for example {@code python39}
 * @param language what it runs
 * @param version the version, for example {@code 3.9}
 * @param programs the programs in its {@code bin}; the first is the one that the platform's documents name
 */
public record Interpreter(String directory, Language language, String version, List<String> programs) {

    /** A language with a runtime of its own. */
    public enum Language {
        NODE,
        PYTHON,
        PHP,
        JAVA
    }

    /** The path on the platform that the documents name. */
    public String mainPath() {
        return path(programs.get(0));
    }

    /** The path of one of its programs on the platform. */
    public String path(String program) {
        return Interpreters.ROOT + "/" + directory + "/bin/" + program;
    }
}
