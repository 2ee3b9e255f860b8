package io.scflocal.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFoldersTest {
    private static final Path CHAT = Path.of("/home/lin/chat");
    private static final Path TICKER = Path.of("/home/lin/ticker");

    @TempDir
    private Path directory;

    private KnownFolders folders;

    @BeforeEach
    void open() {
        folders = new KnownFolders(new SettingsFile(directory.resolve("settings"), Runnable::run));
    }

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void theFolderOpenedLastComesFirst() {
        folders.opened(CHAT, second(1));
        folders.opened(TICKER, second(2));
        folders.opened(CHAT, second(3));
        assertEquals(
                List.of(new KnownFolder(CHAT, second(3)), new KnownFolder(TICKER, second(2))), folders.newestFirst());
    }

    @Test
    void theOldestFolderIsForgotten() {
        folders.opened(CHAT, second(0));
        for (int i = 1; i <= 8; i++) {
            folders.opened(Path.of("/home/lin/f" + i), second(i));
        }
        assertEquals(8, folders.newestFirst().size());
        assertFalse(folders.newestFirst().stream().anyMatch(folder -> folder.path().equals(CHAT)));
    }
}
