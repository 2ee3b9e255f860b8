package io.scflocal.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.session.Desk;
import io.scflocal.app.settings.KnownFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewModelTest {
    @TempDir
    private Path directory;

    @Test
    void listsRecentFoldersThatStillExist() throws IOException {
        Desk desk = new Desk(directory);
        Path chat = Files.createDirectories(directory.resolve("chat"));
        desk.session.open(chat);
        desk.session.open(directory.resolve("gone"));
        Sample sample = new Sample("ws_java", chat);
        StartViewModel model =
                new StartViewModel(desk.folders, () -> List.of(sample), desk.threads, desk.ticker, desk.session::open);
        model.refresh();
        assertEquals(
                List.of(chat), model.recent().stream().map(KnownFolder::path).toList());
        assertEquals(List.of(sample), model.samples());
    }

    @Test
    void theListOfRecentFoldersCanBeCleared() {
        Desk desk = new Desk(directory);
        desk.session.open(directory);
        StartViewModel model =
                new StartViewModel(desk.folders, List::of, desk.threads, desk.ticker, desk.session::open);
        model.clear();
        assertEquals(List.of(), model.recent());
        assertEquals(List.of(), desk.folders.newestFirst());
    }

    @Test
    void countsDaysByTheCalendar() {
        Desk desk = new Desk(directory);
        StartViewModel model =
                new StartViewModel(desk.folders, List::of, desk.threads, desk.ticker, desk.session::open);
        Instant now = Instant.ofEpochSecond(0, desk.ticker.epochNanos());
        assertEquals(0, model.daysSince(now));
        assertEquals(3, model.daysSince(now.minus(Duration.ofDays(3))));
    }

    @Test
    void theHomeDirectoryIsShortened() {
        Path home = Path.of(System.getProperty("user.home"));
        assertEquals("~/work/chat", StartViewModel.shortened(home.resolve("work/chat")));
        assertEquals("/srv/chat", StartViewModel.shortened(Path.of("/srv/chat")));
    }
}
