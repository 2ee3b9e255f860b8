package io.scflocal.core;

import io.scflocal.core.config.OwnFile;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.InstanceListener;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.time.Ticker;
import io.scflocal.core.watch.FolderWatch;
import io.scflocal.core.watch.LoopGuard;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has a function reloaded when its files change, as long as that is wanted. Thread-safe. */
final class Reloads {
    private final FunctionFolder folder;
    private final Path captures;
    private final Ticker ticker;
    private final Lifecycle lifecycle;
    private final InstanceListener notices;
    private volatile ReloadMode mode = ReloadMode.OFF;
    private @Nullable FolderWatch watch;

    /**
     * @param captures where the emulator itself writes, which may be in the folder
     * @param notices told if the folder can't be watched as it should
     */
    Reloads(FunctionFolder folder, Path captures, Ticker ticker, Lifecycle lifecycle, InstanceListener notices) {
        this.folder = folder;
        this.captures = captures.toAbsolutePath().normalize();
        this.ticker = ticker;
        this.lifecycle = lifecycle;
        this.notices = notices;
    }

    /** The files of the folder are watched, unless the mode says that nothing is to happen when they change. */
    synchronized void follow(ReloadMode wanted) {
        mode = wanted;
        if (wanted == ReloadMode.OFF) {
            end();
        } else if (watch == null) {
            begin();
        }
    }

    /** Nothing is watched any more. */
    synchronized void end() {
        FolderWatch ending = watch;
        watch = null;
        if (ending != null) {
            ending.close();
        }
    }

    private void begin() {
        LoopGuard guard = new LoopGuard(ticker);
        watch = FolderWatch.start(folder, ticker, new FolderWatch.Listener() {
            @Override
            public void changed(Set<Path> paths) {
                reload(paths, guard);
            }

            @Override
            public void incomplete(String reason) {
                notice(InstanceNotice.Kind.NOT_WATCHED, reason);
            }

            @Override
            public void tooManyDirectories(int watched) {
                notice(InstanceNotice.Kind.TOO_MANY_DIRECTORIES, Integer.toString(watched));
            }
        });
    }

    private void notice(InstanceNotice.Kind kind, String detail) {
        notices.noticed(new InstanceNotice(kind, "", List.of(detail)));
    }

    /** On the watch's thread. */
    private void reload(Set<Path> changed, LoopGuard guard) {
        Set<String> files = changed.stream()
                .filter(path -> !path.endsWith(OwnFile.NAME))
                .filter(path -> !folder.path().resolve(path).startsWith(captures))
                .map(path -> path.toString().isEmpty() ? folder.name() : path.toString())
                .filter(file -> !guard.isLooping(file))
                .collect(Collectors.toCollection(TreeSet::new));
        ReloadMode now = mode;
        if (files.isEmpty() || now == ReloadMode.OFF) {
            return;
        }
        if (guard.closesLoop(files)) {
            notice(InstanceNotice.Kind.RELOAD_LOOP, String.join(", ", files));
        } else {
            lifecycle.reload(List.copyOf(files), now);
        }
    }
}
