package io.scflocal.app.session;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.settings.KnownFolders;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.testkit.HandTicker;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session on one thread with engines that run nothing. */
public final class Desk {
    public final HandTicker ticker = new HandTicker();
    public final List<FakeEngine> engines = new ArrayList<>();
    public final KnownFolders folders;
    public final Threads threads = new Threads(Runnable::run, Runnable::run);
    public final EmulatorSession session;
    public Optional<StartFailure> failing = Optional.empty();
    public Optional<IOException> unwritable = Optional.empty();

    /** Keeps its settings below {@code directory}. */
    public Desk(Path directory) {
        folders = new KnownFolders(new SettingsFile(directory.resolve("settings"), Runnable::run));
        session = new EmulatorSession(
                this::open, folders, () -> CaptureOptions.under(directory.resolve("captures")), threads, ticker);
    }

    private Engine open(FunctionFolder folder, EmulatorOptions options) throws IOException {
        if (unwritable.isPresent()) {
            throw unwritable.get();
        }
        FakeEngine engine = new FakeEngine(folder, options, failing.orElse(null));
        engines.add(engine);
        return engine;
    }

    /** The engine that was opened last. */
    public FakeEngine engine() {
        return engines.get(engines.size() - 1);
    }

    /** The next engines fail to start with {@code problem}. */
    public void fail(StartProblem problem, String... details) {
        failing = Optional.of(new StartFailure(problem, "It did not start", List.of(details), List.of("last line")));
    }
}
