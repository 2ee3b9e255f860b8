package io.scflocal.app.pack;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.ServerlessUpdate;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Compares {@code serverless.yml} with the settings used here, and writes it.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class ServerlessViewModel {
    private static final System.Logger LOG = System.getLogger(ServerlessViewModel.class.getName());

    private final FunctionFolder folder;
    private final ResolvedSettings settings;
    private final Threads threads;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Looking());

    /** Nothing is read before {@link #look()}. */
    public ServerlessViewModel(FunctionFolder folder, ResolvedSettings settings, Threads threads) {
        this.folder = folder;
        this.settings = settings;
        this.threads = threads;
    }

    /** What is known of the file. */
    public sealed interface State {
        /** Nothing yet. */
        record Looking() implements State {}

        /**
         * What would change.
         *
         * @param again whether it was compared before, and the file has changed since
         */
        record Compared(ServerlessUpdate update, boolean again) implements State {}

        /** It is written. */
        record Written(ServerlessUpdate update) implements State {}

        /** It can't be read or written. */
        record Failed(IOException reason) implements State {}
    }

    /** What is known of the file. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads the file, in the background. */
    public void look() {
        inBackground(() -> new State.Compared(read(), false));
    }

    /** Writes what was shown last, in the background; does nothing if that can't be written. */
    public void write() {
        if (state.get() instanceof State.Compared compared && compared.update().isUnderstood()) {
            ServerlessUpdate update = compared.update();
            inBackground(() -> update.write() ? new State.Written(update) : new State.Compared(read(), true));
        }
    }

    private ServerlessUpdate read() throws IOException {
        return ServerlessUpdate.of(folder, settings, System.getenv());
    }

    private interface Work {
        State run() throws IOException;
    }

    private void inBackground(Work work) {
        threads.background().execute(() -> {
            State result;
            try {
                result = work.run();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "serverless.yml was not written; the reason is on the screen", e);
                result = new State.Failed(e);
            }
            State known = result;
            threads.screen().execute(() -> state.set(known));
        });
    }
}
