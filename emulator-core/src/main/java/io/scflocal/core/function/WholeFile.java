package io.scflocal.core.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file of the user's so that it is always either the old one or the new one, whatever happens meanwhile. */
public final class WholeFile {
    private static final String UNFINISHED = ".scf-local-new";

    private WholeFile() {}

    /**
     * Puts {@code content} into {@code file}, which need not exist; its permissions stay, and a link stays a link.
     *
     * @throws IOException if it can't be written; the old file is untouched then
     */
    public static void write(Path file, byte[] content) throws IOException {
        boolean exists = Files.exists(file);
        Path real = exists ? file.toRealPath() : file;
        Path fresh = real.resolveSibling("." + real.getFileName() + UNFINISHED);
        try {
            Files.write(fresh, content);
            if (exists && real.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(real));
            }
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
