package io.scflocal.app.start;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.settings.KnownFolder;
import io.scflocal.app.settings.KnownFolders;
import io.scflocal.core.time.Ticker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What can be opened from the start page.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class StartViewModel {
    private static final String HOME = System.getProperty("user.home");

    private final KnownFolders folders;
    private final Supplier<List<Sample>> findSamples;
    private final Threads threads;
    private final Ticker ticker;
    private final Consumer<Path> opener;
    private final ObservableList<KnownFolder> recent = FXCollections.observableArrayList();
    private final ObservableList<Sample> samples = FXCollections.observableArrayList();

    /**
     * Nothing is listed before the first {@link #refresh()}.
     *
     * @param findSamples looks for the samples, in the background
     * @param opener receives the folder that the user has chosen
     */
    public StartViewModel(
            KnownFolders folders,
            Supplier<List<Sample>> findSamples,
            Threads threads,
            Ticker ticker,
            Consumer<Path> opener) {
        this.folders = folders;
        this.findSamples = findSamples;
        this.threads = threads;
        this.ticker = ticker;
        this.opener = opener;
    }

    /** Folders that were opened before and still exist, newest first. */
    public ObservableList<KnownFolder> recent() {
        return recent;
    }

    /** The samples that are there. */
    public ObservableList<Sample> samples() {
        return samples;
    }

    /** Looks again at what there is. */
    public void refresh() {
        List<KnownFolder> known = folders.newestFirst();
        threads.background().execute(() -> {
            List<KnownFolder> existing = known.stream()
                    .filter(folder -> Files.isDirectory(folder.path()))
                    .toList();
            List<Sample> found = findSamples.get();
            threads.screen().execute(() -> {
                recent.setAll(existing);
                samples.setAll(found);
            });
        });
    }

    /** Forgets the folders that were opened before. */
    public void clear() {
        folders.clear();
        refresh();
    }

    /** The user has chosen a folder. */
    public void open(Path folder) {
        opener.accept(folder);
    }

    /** Whole days, by the calendar, since {@code time}. */
    public long daysSince(Instant time) {
        ZoneId zone = ZoneId.systemDefault();
        Instant now = Instant.ofEpochSecond(0, ticker.epochNanos());
        return ChronoUnit.DAYS.between(
                time.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
    }

    /** {@code path} with the home directory written as {@code ~}. */
    public static String shortened(Path path) {
        String text = path.toString();
        boolean below = !HOME.equals("/") && text.startsWith(HOME);
        return below ? "~" + text.substring(HOME.length()) : text;
    }
}
