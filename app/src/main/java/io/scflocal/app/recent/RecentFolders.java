package io.scflocal.app.recent;

import io.scflocal.app.settings.KnownFolders;
import io.scflocal.app.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Keeps the desktop's list of recently used things up to date with the folders that are opened here, unless the user does not want
 * that.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class RecentFolders implements KnownFolders.Listener {
    private static final String KEY = "recent.system";

    private final Optional<RecentlyUsed> list;
    private final SettingsFile file;
    private final Executor background;

    /**
     * Nothing is read or written yet.
     *
     * @param list empty where there is none
     * @param file where the user's choice is remembered
     * @param background where the list is changed
     */
    public RecentFolders(Optional<RecentlyUsed> list, SettingsFile file, Executor background) {
        this.list = list;
        this.file = file;
        this.background = background;
    }

    /** Whether this desktop has such a list, so that there is something to choose. */
    public boolean isOffered() {
        return list.isPresent();
    }

    /** Whether folders are listed there. */
    public boolean isOn() {
        return file.get(KEY).map(Boolean::valueOf).orElse(true);
    }

    /** The user's choice; what is listed already goes if it is no. */
    public void choose(boolean on) {
        file.put(KEY, on);
        if (!on) {
            cleared();
        }
    }

    @Override
    public void opened(Path folder, Instant when) {
        if (isOn()) {
            list.ifPresent(known -> background.execute(() -> known.opened(folder, when)));
        }
    }

    @Override
    public void cleared() {
        list.ifPresent(known -> background.execute(known::clear));
    }
}
