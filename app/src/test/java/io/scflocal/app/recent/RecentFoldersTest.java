package io.scflocal.app.recent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.settings.KnownFolders;
import io.scflocal.app.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFoldersTest {
    @TempDir
    private Path directory;

    private Path list;
    private SettingsFile settings;
    private RecentFolders recent;
    private KnownFolders folders;

    @BeforeEach
    void open() {
        list = directory.resolve("recently-used.xbel");
        settings = new SettingsFile(directory.resolve("settings"), Runnable::run);
        recent = recent(Optional.of(new RecentlyUsed(list, Path.of("/opt/scf-local/bin/scf-local"))));
        folders = new KnownFolders(settings);
        folders.tell(recent);
    }

    private RecentFolders recent(Optional<RecentlyUsed> known) {
        return new RecentFolders(known, settings, Runnable::run);
    }

    private void openFolder() {
        folders.opened(directory.resolve("chat"), Instant.EPOCH);
    }

    private boolean isListed() throws IOException {
        return Files.exists(list) && Files.readString(list).contains("/chat\"");
    }

    @Test
    void anOpenedFolderIsListedUntilTheListIsCleared() throws IOException {
        openFolder();
        assertTrue(isListed());
        folders.clear();
        assertFalse(isListed());
        assertTrue(folders.newestFirst().isEmpty());
    }

    @Test
    void whoDoesNotWantItHasNothingThere() throws IOException {
        openFolder();
        recent.choose(false);
        assertFalse(isListed());
        openFolder();
        assertFalse(isListed());
        assertFalse(recent(Optional.empty()).isOn());
        recent.choose(true);
        openFolder();
        assertTrue(isListed());
        assertEquals(1, folders.newestFirst().size());
    }

    @Test
    void isOfferedOnlyWhereThereIsSomethingToStart() throws IOException {
        assertTrue(recent.isOffered());
        assertFalse(recent(Optional.empty()).isOffered());
        assertTrue(RecentlyUsed.ofDesktop(directory, directory).isEmpty());
    }
}
