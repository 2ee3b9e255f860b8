package io.scflocal.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folders that were opened before, newest first. Bounded: the oldest one is forgotten.
 *
 * <p>JavaFX thread only.
 */
public final class KnownFolders {
    private static final int MAX_FOLDERS = 8;
    private static final String PREFIX = "folder.";

    private final SettingsFile file;
    private Optional<Listener> listener = Optional.empty();

    /** Learns what happens to the list; called on the JavaFX thread. */
    public interface Listener {
        /** A folder was opened. */
        void opened(Path folder, Instant when);

        /** The user wants none of them listed any more. */
        void cleared();
    }

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
        listener.ifPresent(told -> told.opened(path, now));
    }

    /** None of them is to be listed any more. */
    public void clear() {
        file.removeAll(PREFIX);
        listener.ifPresent(Listener::cleared);
    }

    /** Tells {@code told} from now on. */
    public void tell(Listener told) {
        listener = Optional.of(told);
    }

    private void forget(Path path) {
        slotOf(path).ifPresent(slot -> file.removeAll(key(slot)));
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
