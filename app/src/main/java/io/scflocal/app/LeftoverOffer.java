package io.scflocal.app;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.core.process.Leftovers;
import java.util.function.Supplier;

/**
 * Offers to end what an emulator left that was killed.
 *
 * <p>JavaFX thread only; needs no toolkit.
 *
 * @param look what there is; called in the background
 * @param end ends it and gives what there was; called in the background
 */
record LeftoverOffer(Threads threads, Notices notices, Supplier<Leftovers> look, Supplier<Leftovers> end) {

    /** Looks once, and shows a notice with a button if there is anything. */
    void offer() {
        threads.background().execute(() -> {
            Leftovers found = look.get();
            if (found.isAny()) {
                threads.screen()
                        .execute(() ->
                                notices.show(Notice.problem("notice.leftovers", found.processes(), found.directories())
                                        .with("notice.leftovers.end", this::cleanUp)));
            }
        });
    }

    private void cleanUp() {
        threads.background().execute(() -> {
            Leftovers ended = end.get();
            threads.screen()
                    .execute(() -> notices.show(
                            Notice.done("notice.leftovers.ended", ended.processes(), ended.directories())));
        });
    }
}
