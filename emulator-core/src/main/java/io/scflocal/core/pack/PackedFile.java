package io.scflocal.core.pack;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.Shebang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file on its way into the archive, with what the cloud needs and a file system such as that of Windows can't hold.
 *
 * @param file where it is
 * @param name its name in the archive, with {@code /} between directories
 * @param mode its permissions there, 0755 or 0644
 * @param unixLines whether its CR LF become LF
 * @param bytes its size on disk
 */
record PackedFile(Path file, String name, int mode, boolean unixLines, long bytes) {
    static final int EXECUTABLE = 0755;
    static final int PLAIN = 0644;
    private static final int HEAD_BYTES = 256;
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    /** Looks at the file's name, its execute bit where there are such, and its first bytes. */
    static PackedFile of(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        String firstLine = new String(head, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        Optional<Shebang> shebang = Shebang.parse(firstLine);
        boolean start = name.equals(FunctionFolder.START_FILE);
        boolean binary = head.length >= ELF.length && Arrays.equals(head, 0, ELF.length, ELF, 0, ELF.length);
        boolean executable = start || binary || shebang.isPresent() || isExecutable(file);
        boolean shell = shebang.map(Shebang::isShell).orElse(name.endsWith(".sh"));
        return new PackedFile(
                file, name, executable ? EXECUTABLE : PLAIN, !binary && (start || shell), Files.size(file));
    }

    /** Windows calls every file executable, so there the bit says nothing. */
    private static boolean isExecutable(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix") && Files.isExecutable(file);
    }

    /** Whether the file lacks the execute bit on a file system that has such, although it gets it in the archive. */
    boolean gainsExecuteBit() {
        return mode == EXECUTABLE
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !Files.isExecutable(file);
    }
}
