package io.scflocal.core.function;

import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.platform.Interpreters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file {@code scf_bootstrap} as an operating system sees it that is asked to start it. Reading it this way is stricter than what
 * starting it here would show: Java hands a script without an interpreter line to {@code sh}, and {@code bash file} needs no execute
 * bit. Rules: vendor documentation 583/56126, execve(2).
 *
 * @param path where it is
 * @param script the bytes of the script as ISO-8859-1 text, which loses none of them; empty for a binary and for a file with a finding
 * @param shebang its first line; empty for a binary
 * @param finding what keeps it from starting; empty if nothing does
 */
public record StartFile(Path path, String script, Optional<Shebang> shebang, Optional<Finding> finding) {
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final int SHOWN_LINE_LENGTH = 200;

    /** What can keep a start file from starting. Each constant names its detail. */
    public enum Problem {
        /** Detail: the file's path. */
        MISSING,
        /** A directory, or no permission to read it. Detail: the file's path. */
        UNREADABLE,
        /** Detail: the file's path. */
        NOT_EXECUTABLE,
        /** CR LF where the interpreter stumbles over it. Detail: number of the first such line. */
        WINDOWS_LINE_ENDINGS,
        /** Detail: empty. */
        BYTE_ORDER_MARK,
        /** Neither a line with an interpreter nor a binary. Detail: the first line. */
        NO_SHEBANG,
        /** A binary for another system or another kind of processor. Detail: the file's path. */
        FOREIGN_BINARY,
        /** The interpreter is neither on this machine nor one that the platform has. Detail: its path. */
        INTERPRETER_MISSING
    }

    /**
     * One thing that keeps the file from starting.
     *
     * @param problem which
     * @param detail see the constants of {@link Problem}
     */
    public record Finding(Problem problem, String detail) {}

    /** Reads and examines the start file of a folder. Touches the disk. */
    public static StartFile examine(FunctionFolder folder) {
        return examine(folder, HostSystem.current());
    }

    /** As on another system; on Windows it is not seen here whether there is the interpreter, since its path is Linux's. */
    static StartFile examine(FunctionFolder folder, HostSystem system) {
        Path path = folder.startFile();
        if (!Files.exists(path)) {
            return refused(path, Problem.MISSING, path.toString());
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            return refused(path, Problem.UNREADABLE, path.toString());
        }
        if (!Files.isExecutable(path)) {
            return refused(path, Problem.NOT_EXECUTABLE, path.toString());
        }
        try {
            return switch (BinaryFormat.of(path)) {
                case NATIVE -> new StartFile(path, "", Optional.empty(), Optional.empty());
                case FOREIGN -> refused(path, Problem.FOREIGN_BINARY, path.toString());
                case NONE ->
                    examineScript(
                            path, Files.readString(path, StandardCharsets.ISO_8859_1), system != HostSystem.WINDOWS);
            };
        } catch (IOException e) {
            return refused(path, Problem.UNREADABLE, path.toString());
        }
    }

    private static StartFile examineScript(Path path, String script, boolean interpreterIsSeen) {
        if (script.startsWith(BYTE_ORDER_MARK)) {
            return refused(path, Problem.BYTE_ORDER_MARK, "");
        }
        String firstLine = script.lines().findFirst().orElse("");
        Optional<Shebang> shebang = Shebang.parse(firstLine);
        if (shebang.isEmpty()) {
            return refused(path, Problem.NO_SHEBANG, shown(firstLine));
        }
        int windowsLine = firstWindowsLine(script);
        // Languages other than the shells take CR LF as a line end, but the kernel takes it as part of the
        // interpreter's name.
        if (windowsLine == 1 || windowsLine > 1 && shebang.get().isShell()) {
            return refused(path, Problem.WINDOWS_LINE_ENDINGS, Integer.toString(windowsLine));
        }
        String interpreter = shebang.get().interpreter();
        if (interpreterIsSeen
                && !isProgram(path.resolveSibling(interpreter))
                && Interpreters.parse(interpreter).isEmpty()) {
            return refused(path, Problem.INTERPRETER_MISSING, interpreter);
        }
        return new StartFile(path, script, shebang, Optional.empty());
    }

    private static int firstWindowsLine(String script) {
        int at = script.indexOf("\r\n");
        return at < 0
                ? 0
                : 1 + (int) script.chars().limit(at).filter(c -> c == '\n').count();
    }

    private static boolean isProgram(Path interpreter) {
        return Files.isRegularFile(interpreter) && Files.isExecutable(interpreter);
    }

    private static String shown(String firstLine) {
        String text = new String(firstLine.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), SHOWN_LINE_LENGTH));
    }

    private static StartFile refused(Path path, Problem problem, String detail) {
        return new StartFile(path, "", Optional.empty(), Optional.of(new Finding(problem, detail)));
    }
}
