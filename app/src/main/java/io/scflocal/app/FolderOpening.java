package io.scflocal.app;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.windows.FolderClaim;
import io.scflocal.app.windows.FolderWindows;
import io.scflocal.core.function.FunctionFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens folders, each in one window only: one that another window has is shown there.
 *
 * <p>JavaFX thread only.
 */
final class FolderOpening {
    private final FolderWindows windows;
    private final Threads threads;
    private final EmulatorSession session;
    private final Notices notices;
    private final Question question;
    private final Runnable toFront;
    private Optional<FolderClaim> claim = Optional.empty();
    private int latest;

    /** Asks whether connections may be lost. */
    @FunctionalInterface
    interface Question {
        /** Does {@code yes} if this many connections may be lost for another folder. */
        void ask(int connections, Path folder, Runnable yes);
    }

    /**
     * Nothing is opened yet.
     *
     * @param question asks the user
     * @param toFront brings this window to the front
     */
    FolderOpening(EmulatorSession session, Notices notices, Surroundings outside, Question question, Runnable toFront) {
        windows = outside.windows();
        threads = outside.threads();
        this.session = session;
        this.notices = notices;
        this.question = question;
        this.toFront = toFront;
        session.folderProperty().addListener((property, before, now) -> {
            if (now.isEmpty()) {
                latest++;
                release();
            }
        });
    }

    /**
     * Opens a folder here, or shows the window that has it; the last of several calls counts. The user is asked first if connections would
     * be lost.
     */
    void open(Path path) {
        Path folder = new FunctionFolder(path).path();
        int connections = session.engineProperty()
                .get()
                .map(engine -> engine.invocations().openCount())
                .orElse(0);
        if (connections > 0) {
            question.ask(connections, folder, () -> openNow(folder));
        } else {
            openNow(folder);
        }
    }

    private void openNow(Path folder) {
        if (claim.filter(held -> held.folder().equals(folder)).isPresent()) {
            session.open(folder);
            return;
        }
        int call = ++latest;
        threads.background().execute(() -> {
            Optional<FolderClaim> taken =
                    windows.claim(folder, () -> threads.screen().execute(toFront));
            threads.screen().execute(() -> claimed(folder, taken, call));
        });
    }

    private void claimed(Path folder, Optional<FolderClaim> taken, int call) {
        if (taken.isEmpty()) {
            notices.show(Notice.done("shell.elsewhere", folder.toString()));
        } else if (call != latest) {
            taken.get().close();
        } else {
            release();
            claim = taken;
            session.open(folder);
        }
    }

    private void release() {
        claim.ifPresent(FolderClaim::close);
        claim = Optional.empty();
    }
}
