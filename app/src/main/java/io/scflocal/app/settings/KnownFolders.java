package io.scflocal.app.settings;

import io.scflocal.core.platform.Timeouts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folders that were opened before, newest first, each with what the user has set for it. Bounded: the oldest one is forgotten
 * together with its settings.
 *
 * <p>JavaFX thread only.
 */
public final class KnownFolders {
    private static final int MAX_FOLDERS = 8;
    private static final String PREFIX = "folder.";

    private final SettingsFile file;

    /** Kept in {@code file}. */
    public KnownFolders(SettingsFile file) {
        this.file = file;
    }

    /** All of them, the one opened last first. */
    public List<KnownFolder> newestFirst() {
        List<KnownFolder> folders = new ArrayList<>();
        for (int slot = 0; slot < MAX_FOLDERS; slot++) {
            read(slot).ifPresent(folders::add);
        }
        folders.sort(Comparator.comparing(KnownFolder::opened).reversed());
        return List.copyOf(folders);
    }

    /** {@code path} is opened now: it comes first. */
    public void opened(Path path, Instant now) {
        String key = key(slotFor(path));
        file.put(key + "path", path);
        file.put(key + "opened", now);
    }

    /** {@code path} is not to be listed any more. */
    public void forget(Path path) {
        slotOf(path).ifPresent(slot -> file.removeAll(key(slot)));
    }

    /** What the user has set for {@code path}. */
    public FolderSettings settings(Path path) {
        return slotOf(path).map(slot -> readSettings(key(slot))).orElse(FolderSettings.DEFAULT);
    }

    /** Remembers what the user has set for {@code path}; does nothing for a folder that is not known. */
    public void setSettings(Path path, FolderSettings settings) {
        slotOf(path).ifPresent(slot -> {
            String key = key(slot);
            file.put(key + "idle", settings.timeouts().idle().toSeconds());
            file.put(key + "execution", settings.timeouts().execution().toSeconds());
            file.put(key + "init", settings.timeouts().init().toSeconds());
            file.put(key + "memory", settings.memoryMb());
            file.put(key + "port", settings.gatewayPort());
        });
    }

    private FolderSettings readSettings(String key) {
        FolderSettings defaults = FolderSettings.DEFAULT;
        Timeouts timeouts = new Timeouts(
                seconds(key + "idle", defaults.timeouts().idle()),
                seconds(key + "execution", defaults.timeouts().execution()),
                seconds(key + "init", defaults.timeouts().init()));
        return new FolderSettings(timeouts, (int) file.number(key + "memory").orElse(defaults.memoryMb()), (int)
                file.number(key + "port").orElse(defaults.gatewayPort()));
    }

    private Duration seconds(String key, Duration otherwise) {
        return Duration.ofSeconds((long) file.number(key).orElse(otherwise.toSeconds()));
    }

    private int slotFor(Path path) {
        Optional<Integer> known = slotOf(path);
        if (known.isPresent()) {
            return known.get();
        }
        List<KnownFolder> folders = newestFirst();
        if (folders.size() == MAX_FOLDERS) {
            forget(folders.get(MAX_FOLDERS - 1).path());
        }
        int slot = 0;
        while (read(slot).isPresent()) {
            slot++;
        }
        return slot;
    }

    private Optional<Integer> slotOf(Path path) {
        for (int slot = 0; slot < MAX_FOLDERS; slot++) {
            if (read(slot).filter(folder -> folder.path().equals(path)).isPresent()) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    private Optional<KnownFolder> read(int slot) {
        try {
            Optional<Instant> opened = file.get(key(slot) + "opened").map(Instant::parse);
            return file.get(key(slot) + "path")
                    .map(Path::of)
                    .flatMap(path -> opened.map(time -> new KnownFolder(path, time)));
        } catch (DateTimeException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String key(int slot) {
        return PREFIX + slot + ".";
    }
}
