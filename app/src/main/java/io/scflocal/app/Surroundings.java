package io.scflocal.app;

import io.scflocal.app.fx.Desktop;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.recent.RecentFolders;
import io.scflocal.app.session.EmulatorFactory;
import io.scflocal.app.windows.FolderWindows;
import io.scflocal.core.time.Ticker;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * What the window meets outside itself; tests put something else in its place.
 *
 * @param threads where its work is done
 * @param ticker the clock
 * @param desktop clipboard and questions for files
 * @param emulators makes the engine
 * @param windows the other windows of the user
 * @param systemIsDark whether the system wants dark windows; asked in the background
 * @param recent the desktop's list of recently used things
 * @param captureRoot where captures are kept unless the user has chosen another place
 */
record Surroundings(
        Threads threads,
        Ticker ticker,
        Desktop desktop,
        EmulatorFactory emulators,
        FolderWindows windows,
        BooleanSupplier systemIsDark,
        RecentFolders recent,
        Path captureRoot) {}
