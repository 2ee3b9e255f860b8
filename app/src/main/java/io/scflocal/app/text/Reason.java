package io.scflocal.app.text;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Why something did not work, as the end of a sentence. */
final class Reason {
    private Reason() {}

    static String of(Throwable error, Messages messages) {
        if (error instanceof FileSystemException file && file.getReason() == null && file.getFile() != null) {
            // Its message is the name of the file and nothing else.
            return key(file).map(key -> messages.get(key, file.getFile())).orElseGet(file::toString);
        }
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }

    private static Optional<String> key(FileSystemException error) {
        if (error instanceof NoSuchFileException) {
            return Optional.of("reason.missing");
        }
        if (error instanceof AccessDeniedException) {
            return Optional.of("reason.denied");
        }
        if (error instanceof FileAlreadyExistsException) {
            return Optional.of("reason.exists");
        }
        if (error instanceof NotDirectoryException) {
            return Optional.of("reason.noDirectory");
        }
        return error instanceof DirectoryNotEmptyException ? Optional.of("reason.notEmpty") : Optional.empty();
    }
}
