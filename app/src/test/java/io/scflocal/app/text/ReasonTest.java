package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonTest {
    private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

    private static String saved(Throwable reason) {
        return ENGLISH.get("detail.notice.notSaved", reason);
    }

    @Test
    void whatTheLibrarySaysByANameOnlyIsSaidInWords(@TempDir Path directory) {
        Path missing = directory.resolve("a").resolve("b");
        IOException error = assertThrows(IOException.class, () -> Files.writeString(missing, ""));
        assertEquals("The payload could not be saved: " + missing + " does not exist", saved(error));
        assertEquals("无法保存载荷：" + missing + " 不存在", Messages.in(Language.CHINESE).get("detail.notice.notSaved", error));
    }

    @Test
    void everyExceptionOfTheLibraryHasItsWords() {
        assertEquals(
                "The payload could not be saved: there is no permission for /x",
                saved(new AccessDeniedException("/x")));
        assertEquals("The payload could not be saved: /x exists already", saved(new FileAlreadyExistsException("/x")));
        assertEquals("The payload could not be saved: /x is not a directory", saved(new NotDirectoryException("/x")));
        assertEquals("The payload could not be saved: /x is not empty", saved(new DirectoryNotEmptyException("/x")));
    }

    @Test
    void whatTheSystemSaysIsSaid() {
        String full = "No space left on device";
        assertEquals("The payload could not be saved: " + full, saved(new IOException(full)));
        assertEquals("The payload could not be saved: /x: " + full, saved(new FileSystemException("/x", null, full)));
        assertEquals("The payload could not be saved: java.io.IOException", saved(new IOException()));
    }
}
