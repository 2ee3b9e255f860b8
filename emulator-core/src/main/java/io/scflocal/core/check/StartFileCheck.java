package io.scflocal.core.check;

import io.scflocal.core.function.BinaryFormat;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.Shebang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Looks at the start file as the cloud's Linux will, all its faults at once. Touches the disk. */
final class StartFileCheck {
    private static final String NAME = FunctionFolder.START_FILE;
    private static final Set<String> LOOKS_LIKE_IT = Set.of("scfbootstrap", "bootstrap", "scfboostrap");
    private static final int GIT_EXECUTABLE = 0111;
    private static final int SHOWN_LINE_LENGTH = 120;
    private static final int MAX_SCRIPT_BYTES = 1024 * 1024;

    private final FunctionFolder folder;
    private final Findings findings;

    StartFileCheck(FunctionFolder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** Looks, and returns the script as ISO-8859-1 text without a byte order mark; empty if there is no script to be read. */
    Optional<String> run() throws IOException {
        Path file = folder.startFile();
        if (!Files.exists(file)) {
            findings.add(missing());
            return Optional.empty();
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            findings.add(Finding.of(FindingKind.START_FILE_UNREADABLE, NAME, 0));
            return Optional.empty();
        }
        findings.examined(Subject.START_FILE);
        checkMode(file);
        BinaryFormat format = BinaryFormat.of(file);
        if (format != BinaryFormat.NONE || Files.size(file) > MAX_SCRIPT_BYTES) {
            if (format == BinaryFormat.FOREIGN) {
                findings.add(Finding.of(FindingKind.FOREIGN_BINARY, NAME, 0));
            }
            return Optional.empty();
        }
        String script = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean marked = script.startsWith(Lines.BYTE_ORDER_MARK);
        if (marked) {
            findings.add(Finding.of(FindingKind.BYTE_ORDER_MARK, NAME, 1).withFix(Fix.Kind.REMOVE_BYTE_ORDER_MARK));
        }
        String text = marked ? script.substring(Lines.BYTE_ORDER_MARK.length()) : script;
        checkText(text);
        return Optional.of(text);
    }

    private Finding missing() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path())) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isRegularFile(entry) && looksLikeIt(name)) {
                    return Finding.of(FindingKind.START_FILE_MISNAMED, name, 0, name);
                }
                if (Files.isRegularFile(entry.resolve(NAME)) && !FolderScan.isIgnored(name)) {
                    String place = name + "/" + NAME;
                    return Finding.of(FindingKind.START_FILE_MISPLACED, place, 0, place);
                }
            }
        }
        return Finding.of(FindingKind.START_FILE_MISSING, NAME, 0);
    }

    private static boolean looksLikeIt(String name) {
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        return LOOKS_LIKE_IT.contains(stem.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", ""));
    }

    private void checkMode(Path file) throws IOException {
        findings.examined(Subject.EXECUTABLE);
        boolean modes = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (modes) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!permissions.contains(PosixFilePermission.OWNER_EXECUTE)) {
                findings.add(Finding.of(FindingKind.NOT_EXECUTABLE, NAME, 0, octal(permissions))
                        .withFix(Fix.Kind.MAKE_EXECUTABLE));
                return;
            }
        }
        OptionalInt recorded = GitIndex.modeOf(file);
        if (recorded.isPresent() && (recorded.getAsInt() & GIT_EXECUTABLE) == 0) {
            findings.add(
                    Finding.of(FindingKind.NOT_EXECUTABLE_IN_GIT, NAME, 0, Integer.toOctalString(recorded.getAsInt())));
        }
    }

    private static String octal(Set<PosixFilePermission> permissions) {
        int mode = 0;
        for (PosixFilePermission permission : permissions) {
            mode |= 0400 >> permission.ordinal();
        }
        return Integer.toOctalString(mode);
    }

    private void checkText(String text) {
        findings.examined(Subject.LINE_ENDINGS);
        String firstLine = text.lines().findFirst().orElse("");
        Optional<Shebang> shebang = Shebang.parse(firstLine);
        if (shebang.isEmpty()) {
            findings.add(noShebang(text, firstLine));
        }
        checkLineEndings(text, shebang.isEmpty() || shebang.get().isShell());
        if (!text.isEmpty() && !text.endsWith("\n")) {
            int last = Lines.numberAt(text, text.length());
            findings.add(Finding.of(FindingKind.NO_FINAL_NEWLINE, NAME, last).withFix(Fix.Kind.ADD_FINAL_NEWLINE));
        }
    }

    private static Finding noShebang(String text, String firstLine) {
        String shown = new String(firstLine.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Finding finding = Finding.of(
                FindingKind.NO_SHEBANG, NAME, 1, shown.substring(0, Math.min(shown.length(), SHOWN_LINE_LENGTH)));
        return looksLikeShell(text) ? finding.withFix(Fix.Kind.ADD_SHEBANG) : finding;
    }

    /** JavaScript or Python under a shell's first line would be made worse by it. */
    private static boolean looksLikeShell(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> line.matches("(?:[A-Z_]+=\\S* )*(?:export |exec |cd |\\./|/|node |npm |python|java ).*")
                        && !line.contains("=>"))
                .isPresent();
    }

    private void checkLineEndings(String text, boolean shell) {
        int first = text.indexOf("\r\n");
        int line = first < 0 ? 0 : Lines.numberAt(text, first);
        // Other languages take CR LF as a line end, but the kernel takes it as part of the interpreter's name.
        if (line == 1 || line > 1 && shell) {
            findings.add(Finding.of(FindingKind.WINDOWS_LINE_ENDINGS, NAME, line, Integer.toString(windowsLines(text)))
                    .withFix(Fix.Kind.UNIX_LINE_ENDINGS));
        }
        String[] lines = text.split("\n", -1);
        if (lines[0].matches("#!.*[ \t]+\r?")) {
            findings.add(Finding.of(FindingKind.TRAILING_BLANKS, NAME, 1).withFix(Fix.Kind.STRIP_TRAILING_BLANKS));
        }
        for (int i = 0; shell && i < lines.length; i++) {
            if (lines[i].matches("[^#]*\\\\[ \t]+\r?")) {
                findings.add(Finding.of(FindingKind.BLANKS_AFTER_BACKSLASH, NAME, i + 1)
                        .withFix(Fix.Kind.STRIP_TRAILING_BLANKS));
            }
        }
    }

    private static int windowsLines(String text) {
        return text.split("\r\n", -1).length - 1;
    }
}
