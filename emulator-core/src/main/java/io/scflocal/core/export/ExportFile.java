package io.scflocal.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that an export goes to. What was there before stays as it is until the new one is complete. */
public final class ExportFile {
    private static final String UNFINISHED = ".part";

    private ExportFile() {}

    /** Writes what a file is to hold. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file. Blocks. Nothing of it is left when {@code content} fails, or when the process is asked to end meanwhile.
     *
     * @throws IOException if it can't be written; it names {@code file}, wherever its bytes have gone until it is complete
     */
    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe or a device can't be replaced; of a directory the system says what is wrong.
            into(file, content);
            return;
        }
        Path place = Files.exists(file) ? file.toRealPath() : file;
        Path unfinished = place.resolveSibling(place.getFileName() + UNFINISHED);
        try (ScratchFile scratch = new ScratchFile(unfinished)) {
            into(scratch.path(), content);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw unfinished.toString().equals(e.getFile()) ? about(file.toString(), e) : e;
        }
    }

    private static void into(Path file, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(out);
        }
    }

    private static FileSystemException about(String file, FileSystemException fault) {
        FileSystemException named;
        if (fault instanceof NoSuchFileException) {
            named = new NoSuchFileException(file);
        } else if (fault instanceof AccessDeniedException) {
            named = new AccessDeniedException(file);
        } else {
            named = new FileSystemException(file, null, fault.getReason());
        }
        named.initCause(fault);
        return named;
    }
}
