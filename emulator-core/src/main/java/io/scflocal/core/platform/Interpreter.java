package io.scflocal.core.platform;

import java.util.List;
import java.util.stream.Stream;

/**
 * One runtime under {@code /var/lang} on the platform.
 *
 * @param directory name of its directory, for example {@code python39}
 * @param language what it runs
 * @param version the part of its version that tells it from others of its language, for example {@code 18} or {@code 3.9}
 * @param release its version as exactly as the platform documents it, for example {@code 18.15}
 * @param programs the programs in its {@code bin}; the first is the one that the platform's documents name
 */
public record Interpreter(String directory, Language language, String version, String release, List<String> programs) {
    private static final int MINORS = 1000;

    /** A language with a runtime of its own. */
    public enum Language {
        NODE("node", "Node.js"),
        PYTHON("python", "Python"),
        PHP("php", "PHP"),
        JAVA("java", "Java");

        private final String id;
        private final String title;

        Language(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** Its name in commands and files. */
        public String id() {
            return id;
        }

        /** Its name as its makers write it, the same in every language. */
        public String title() {
            return title;
        }
    }

    /** The path on the platform that the documents name. */
    public String mainPath() {
        return path(programs.get(0));
    }

    /** The path of one of its programs on the platform. */
    public String path(String program) {
        return Interpreters.ROOT + "/" + directory + "/bin/" + program;
    }

    /** Whether one of its programs runs scripts, which a package manager beside it does not. */
    public boolean runsScripts(String program) {
        return programs.contains(program) && !program.equals(Interpreters.NPM);
    }

    /** Whether a local version is as good as this one, for example 3.9.18 for 3.9. */
    public boolean isLike(String localVersion) {
        return localVersion.equals(version) || localVersion.startsWith(version + ".");
    }

    /** How far a local version is from this one; 0 if {@link #isLike} holds. */
    public int distance(String localVersion) {
        return Math.abs(number(localVersion) - number(version));
    }

    private int number(String of) {
        int[] parts = Stream.of(of.split("\\."))
                .limit(version.split("\\.").length)
                .mapToInt(Integer::parseInt)
                .toArray();
        return parts[0] * MINORS + (parts.length > 1 ? parts[1] : 0);
    }
}
