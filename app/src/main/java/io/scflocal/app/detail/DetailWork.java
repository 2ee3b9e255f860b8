package io.scflocal.app.detail;

import io.scflocal.app.fx.Threads;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Does something in the background and tells the screen what came of it.
 *
 * @param threads where it is done and where it is told
 */
record DetailWork(Threads threads) {

    /** Something that may block. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** Does {@code work}; then, on the JavaFX thread, one of the two others. */
    <T> void run(Work<T> work, Consumer<T> then, Consumer<Exception> otherwise) {
        threads.background().execute(() -> {
            try {
                T result = work.done();
                threads.screen().execute(() -> then.accept(result));
            } catch (IOException | RuntimeException e) {
                threads.screen().execute(() -> otherwise.accept(e));
            }
        });
    }
}
