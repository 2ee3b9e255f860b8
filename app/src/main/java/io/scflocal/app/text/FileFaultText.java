package io.scflocal.app.text;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Set;

/** Says what is wrong with a file where Java gives its path alone. */
final class FileFaultText {
    /** What Linux, macOS and Windows say of a full disk. */
    private static final Set<String> FULL =
            Set.of("No space left on device", "There is not enough space on the disk", "Disk quota exceeded");

    private FileFaultText() {}

    /** A part of a sentence: what is wrong, and with which file. */
    static String of(Messages messages, Throwable failure) {
        String reason = failure instanceof FileSystemException fault ? fault.getReason() : failure.getMessage();
        if (FULL.contains(String.valueOf(reason))) {
            return messages.get("platform.file.full");
        }
        if (!(failure instanceof FileSystemException fault) || fault.getFile() == null) {
            return failure.getMessage() == null ? failure.toString() : failure.getMessage();
        }
        Path file = Path.of(fault.getFile()).toAbsolutePath();
        if (failure instanceof NoSuchFileException) {
            Path directory = missingDirectory(file);
            return directory.equals(file)
                    ? messages.get("platform.file.missing", file.toString())
                    : messages.get("platform.file.noDirectory", directory.toString());
        }
        if (failure instanceof AccessDeniedException) {
            return messages.get("platform.file.denied", file.toString());
        }
        if (failure instanceof NotDirectoryException || failure instanceof FileAlreadyExistsException) {
            return messages.get("platform.file.taken", file.toString());
        }
        return fault.getReason() == null
                ? fault.toString()
                : messages.get("platform.file.other", file.toString(), fault.getReason());
    }

    /** The outermost directory above {@code file} that is not there; {@code file} itself if all are there. */
    private static Path missingDirectory(Path file) {
        Path missing = file;
        for (Path above = file.getParent(); above != null && !Files.exists(above); above = above.getParent()) {
            missing = above;
        }
        return missing;
    }
}
