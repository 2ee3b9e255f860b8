package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFaultTextTest {
    @TempDir
    Path directory;

    @Test
    void namesTheDirectoryThatIsMissing() {
        Path file = directory.resolve("no/such/file");
        IOException failure = assertThrows(IOException.class, () -> Files.writeString(file, ""));
        assertEquals("there is no directory " + directory.resolve("no") + ".", text(failure));
        assertEquals(
                "目录 " + directory.resolve("no") + " 不存在。", FileFaultText.of(Messages.in(Language.CHINESE), failure));
    }

    @Test
    void namesTheFileThatIsMissing() {
        IOException failure = assertThrows(IOException.class, () -> Files.readString(directory.resolve("file")));
        assertEquals("there is no " + directory.resolve("file") + ".", text(failure));
    }

    @Test
    void namesWhatStandsInTheWay() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        IOException failure = assertThrows(IOException.class, () -> Files.createDirectories(file));
        assertEquals(file + " is no directory.", text(failure));
    }

    @Test
    void namesWhatIsForbidden() {
        assertEquals("you may not read or write /x.", text(new AccessDeniedException("/x")));
    }

    @Test
    void saysThatTheDiskIsFull() {
        String full = "the disk is full; free some space and try again.";
        assertEquals(full, text(new FileSystemException("/x", null, "No space left on device")));
        assertEquals(full, text(new IOException("No space left on device")));
    }

    @Test
    void leavesToTheSystemWhatItSaysItself() {
        assertEquals("/x: Read-only file system.", text(new FileSystemException("/x", null, "Read-only file system")));
        assertEquals("broken", text(new IOException("broken")));
        assertEquals("java.io.IOException", text(new IOException()));
    }

    @Test
    void anExceptionInATextStandsForThat() {
        assertEquals(
                "The payload could not be saved: you may not read or write /x.",
                Messages.in(Language.ENGLISH).get("detail.notice.notSaved", new AccessDeniedException("/x")));
    }

    private static String text(IOException failure) {
        return FileFaultText.of(Messages.in(Language.ENGLISH), failure);
    }
}
