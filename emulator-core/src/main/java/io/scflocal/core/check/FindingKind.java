package io.scflocal.core.check;

import java.util.Locale;

/** What a check can find. Each constant names its arguments. Sources: vendor documentation 583/56126, 583/11637, 583/63406. */
public enum FindingKind {
    /** Arguments: none. */
    START_FILE_MISSING(Subject.START_FILE, Severity.ERROR),
    /** Arguments: the name that it has instead. */
    START_FILE_MISNAMED(Subject.START_FILE, Severity.ERROR),
    /** It is not in the root of the folder. Arguments: where it is. */
    START_FILE_MISPLACED(Subject.START_FILE, Severity.ERROR),
    /** A directory, or no permission to read it. Arguments: none. */
    START_FILE_UNREADABLE(Subject.START_FILE, Severity.ERROR),
    /** A binary for another system or another kind of processor than this one. Arguments: none. */
    FOREIGN_BINARY(Subject.START_FILE, Severity.WARNING),

    /** Arguments: the file's permissions in octal digits. */
    NOT_EXECUTABLE(Subject.EXECUTABLE, Severity.ERROR),
    /** Executable here, but git will check it out without. Arguments: the mode in git's index. */
    NOT_EXECUTABLE_IN_GIT(Subject.EXECUTABLE, Severity.WARNING),

    /** Arguments: number of lines that end in CR LF. */
    WINDOWS_LINE_ENDINGS(Subject.LINE_ENDINGS, Severity.ERROR),
    /** Arguments: none. */
    BYTE_ORDER_MARK(Subject.LINE_ENDINGS, Severity.ERROR),
    /** Blanks after a backslash, which then does not join the lines. Arguments: none. */
    BLANKS_AFTER_BACKSLASH(Subject.LINE_ENDINGS, Severity.ERROR),
    /** Blanks at the end of the first line. Arguments: none. */
    TRAILING_BLANKS(Subject.LINE_ENDINGS, Severity.INFO),
    /** Arguments: none. */
    NO_FINAL_NEWLINE(Subject.LINE_ENDINGS, Severity.INFO),

    /** Arguments: the first line. */
    NO_SHEBANG(Subject.INTERPRETER, Severity.ERROR),
    /**
     * Under {@code /var/lang}, but the platform has no such program. Arguments: the path, the nearest path that exists there (may be
     * empty).
     */
    UNKNOWN_INTERPRETER(Subject.INTERPRETER, Severity.ERROR),
    /** An interpreter of this machine by its path. Arguments: the path, what the platform has for it. */
    HOST_INTERPRETER(Subject.INTERPRETER, Severity.WARNING),
    /** An interpreter without a path. Arguments: its name, what the platform has for it. */
    BARE_INTERPRETER(Subject.INTERPRETER, Severity.WARNING),
    /** A script that the start file runs names {@code /var/lang}. Arguments: the path in it. */
    PLATFORM_PATH_IN_SCRIPT(Subject.INTERPRETER, Severity.INFO),

    /** Arguments: the file that is named. */
    ENTRY_FILE_MISSING(Subject.ENTRY_FILE, Severity.ERROR),
    /** A program of the function's own without the execute bit. Arguments: the file that is named. */
    ENTRY_FILE_NOT_EXECUTABLE(Subject.ENTRY_FILE, Severity.ERROR),
    /** {@code npm start} or the like without such a script. Arguments: the script's name. */
    NPM_SCRIPT_MISSING(Subject.ENTRY_FILE, Severity.ERROR),

    /** Arguments: the missing packages, how many they are. */
    NODE_MODULES_MISSING(Subject.DEPENDENCIES, Severity.ERROR),
    /** Links that lead out of the folder. Arguments: the packages, how many they are. */
    NODE_MODULES_OUTSIDE(Subject.DEPENDENCIES, Severity.WARNING),
    /** Arguments: the missing packages, how many they are, the directory into which they belong. */
    PYTHON_PACKAGES_MISSING(Subject.DEPENDENCIES, Severity.ERROR),

    /** Arguments: the port. */
    WRONG_PORT(Subject.LISTENING, Severity.WARNING),
    /** A port from a variable that the platform does not set. Arguments: the variable, the port that is used without it. */
    PORT_FROM_VARIABLE(Subject.LISTENING, Severity.WARNING),
    /** Arguments: the address. */
    LOOPBACK_ONLY(Subject.LISTENING, Severity.ERROR),

    /** Arguments: the name. */
    VARIABLE_NAME(Subject.ENVIRONMENT, Severity.ERROR),
    /** Arguments: the name, the prefix that the platform keeps for itself. */
    VARIABLE_RESERVED(Subject.ENVIRONMENT, Severity.ERROR),
    /** Arguments: bytes of all variables, bytes allowed. */
    ENVIRONMENT_TOO_LARGE(Subject.ENVIRONMENT, Severity.ERROR),

    /** Arguments: the path that is written. */
    WRITES_OUTSIDE_TMP(Subject.WRITES, Severity.WARNING),

    /** Connections reach each other through memory. Arguments: the variable. */
    SHARED_IN_MEMORY(Subject.SHARED_STATE, Severity.WARNING),

    /** Arguments: megabytes of the folder, megabytes allowed. */
    PACKAGE_TOO_LARGE(Subject.PACKAGE, Severity.ERROR),
    /** More than can be uploaded directly unless it packs well. Arguments: megabytes of the folder, megabytes of a zip file allowed. */
    PACKAGE_LARGE(Subject.PACKAGE, Severity.INFO),
    /** Arguments: files that were looked at. */
    NOT_ALL_EXAMINED(Subject.PACKAGE, Severity.INFO);

    private final Subject subject;
    private final Severity severity;

    FindingKind(Subject subject, Severity severity) {
        this.subject = subject;
        this.severity = severity;
    }

    /** What it belongs to. */
    public Subject subject() {
        return subject;
    }

    /** Whether the installation of what the folder asks for mends it. */
    public boolean isMissingDependency() {
        return this == NODE_MODULES_MISSING || this == PYTHON_PACKAGES_MISSING;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** Its name for programs, for example {@code not-executable}; never changes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
