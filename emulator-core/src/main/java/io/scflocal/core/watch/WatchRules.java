package io.scflocal.core.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/** Which changes are nobody's news: libraries, what tools keep for themselves, and what editors write for a moment. */
final class WatchRules {
    private static final Set<String> LIBRARIES =
            Set.of("node_modules", "bower_components", "__pycache__", "site-packages", "venv", "virtualenv");
    /** In the root of every virtual environment of Python, whatever its name (PEP 405). */
    private static final String VIRTUAL_ENVIRONMENT = "pyvenv.cfg";
    /** Files beginning with a dot belong to tools, except those that configure the function. */
    private static final Pattern OWN_DOT_FILE = Pattern.compile("\\.env(\\..*)?");

    private static final Pattern TEMPORARY = Pattern.compile(
            // Vim (also its trial 4913), Emacs, JetBrains, Kate, GNOME, generic
            ".*~|4913|#.*#|.*___jb_(tmp|old)___|.*\\.kate-swp|.*\\.(swp|swx|swo|tmp|temp|bak|part|crdownload)"
                    // What running programs leave, which is no code, and what is made of the function
                    + "|.*\\.(log|pid|sock|pyc|pyo|hprof|zip|har|pcapng)|core\\.\\d+");

    private WatchRules() {}

    /** Whether nothing in the directory counts, so that it need not be watched. */
    static boolean ignoresDirectory(Path directory) {
        return isToolsDirectory(name(directory)) || Files.exists(directory.resolve(VIRTUAL_ENVIRONMENT));
    }

    /** Whether it does not count that a file or directory has come, has gone or is another one. */
    static boolean ignores(Path path) {
        String name = name(path);
        if (Files.isDirectory(path)) {
            return ignoresDirectory(path);
        }
        boolean dotFile = name.startsWith(".") && !OWN_DOT_FILE.matcher(name).matches();
        // What is gone may have been a directory.
        return dotFile || LIBRARIES.contains(name) || TEMPORARY.matcher(name).matches();
    }

    private static boolean isToolsDirectory(String name) {
        return name.startsWith(".") || LIBRARIES.contains(name);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
