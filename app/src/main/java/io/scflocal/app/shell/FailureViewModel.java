package io.scflocal.app.shell;

import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.text.PlatformTexts;
import io.scflocal.app.text.Texts;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.config.Setting;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;

/**
 * A failed start in the user's words.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class FailureViewModel {
    private static final String ANY_PORT = "0";

    private final EmulatorSession session;
    private final Texts texts;

    /** Tells of the failures of {@code session}. */
    public FailureViewModel(EmulatorSession session, Texts texts) {
        this.session = session;
        this.texts = texts;
    }

    /** The session to be tried again. */
    public EmulatorSession session() {
        return session;
    }

    /** Whether there is a failure to tell of. */
    public BooleanBinding present() {
        return Bindings.createBooleanBinding(
                () -> session.failureProperty().get().isPresent(), session.failureProperty());
    }

    /** Whether another port of the gateway would help. */
    public BooleanBinding portTaken() {
        return Bindings.createBooleanBinding(
                () -> session.failureProperty()
                        .get()
                        .filter(failure -> failure.problem() == StartProblem.GATEWAY_PORT_BUSY)
                        .isPresent(),
                session.failureProperty());
    }

    /** Lets the gateway of this folder take any free port from now on, and starts the function. */
    public void useFreePort() {
        session.settings().set(Setting.GATEWAY_PORT, ANY_PORT);
        session.run();
    }

    /** What failed, in a few words: the start, or a reload of a function that runs. */
    public StringBinding title() {
        return text(failure -> texts.get(
                session.stateProperty().get() == EmulatorState.RUNNING
                        ? "shell.failure.reload"
                        : "shell.failure.title"));
    }

    /** The platform's status: code and name. */
    public StringBinding status() {
        return text(failure -> failure.status().code() + " " + failure.status().platformName());
    }

    /** What is wrong, one sentence. */
    public StringBinding problem() {
        return text(failure -> words().problem(failure));
    }

    /** What the user can do about it. */
    public StringBinding remedy() {
        return text(failure -> words().problemTodo(failure));
    }

    private PlatformTexts words() {
        return new PlatformTexts(texts.messages());
    }

    /** The last lines that the function printed; empty if it printed nothing. */
    public StringBinding lastOutput() {
        return text(failure -> String.join("\n", failure.lastOutput()));
    }

    private StringBinding text(Function<StartFailure, String> words) {
        return Bindings.createStringBinding(
                () -> session.failureProperty().get().map(words).orElse(""),
                session.failureProperty(),
                texts.languageProperty());
    }
}
