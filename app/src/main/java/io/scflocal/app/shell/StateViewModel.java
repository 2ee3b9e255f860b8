package io.scflocal.app.shell;

import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.session.Engine;
import io.scflocal.app.text.PlatformTexts;
import io.scflocal.app.text.Texts;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The tool bar's view of the session: its name, its state in words, what can be done now, and where clients connect.
 *
 * <p>JavaFX thread only; needs no toolkit.
 */
public final class StateViewModel {
    private final EmulatorSession session;
    private final Texts texts;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stateText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<EmulatorState> health = new ReadOnlyObjectWrapper<>(EmulatorState.STOPPED);
    private final ReadOnlyStringWrapper url = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper secureUrl = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper noTls = new ReadOnlyStringWrapper("");
    private final BooleanBinding open;
    private final BooleanBinding busy;

    /** Follows {@code session} in the language of {@code texts}. */
    public StateViewModel(EmulatorSession session, Texts texts) {
        this.session = session;
        this.texts = texts;
        open = Bindings.createBooleanBinding(
                () -> session.folderProperty().get().isPresent(), session.folderProperty());
        busy = Bindings.createBooleanBinding(this::isBusy, session.stateProperty());
        session.folderProperty()
                .addListener((property, before, now) ->
                        name.set(now.map(FunctionFolder::name).orElse("")));
        session.stateProperty().addListener((property, before, now) -> refresh());
        session.engineProperty().addListener((property, before, now) -> refresh());
        session.failureProperty().addListener((property, before, now) -> refresh());
        texts.languageProperty().addListener((property, before, now) -> refresh());
        refresh();
    }

    /** The session that the buttons command. */
    public EmulatorSession session() {
        return session;
    }

    /** Name of the open function; empty if none is open. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** The state in a few words, with process id and time. */
    public ReadOnlyStringProperty stateTextProperty() {
        return stateText.getReadOnlyProperty();
    }

    /** How it goes, for the colour of the state: as the state, but failed or starting while a function that runs has no instance. */
    public ReadOnlyObjectProperty<EmulatorState> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** Where clients connect; empty as long as nobody can. */
    public ReadOnlyStringProperty urlProperty() {
        return url.getReadOnlyProperty();
    }

    /** Where clients connect by TLS; empty as long as nobody can. */
    public ReadOnlyStringProperty secureUrlProperty() {
        return secureUrl.getReadOnlyProperty();
    }

    /** Why clients can't connect by TLS while the function runs; empty if they can. */
    public ReadOnlyStringProperty noTlsProperty() {
        return noTls.getReadOnlyProperty();
    }

    /** Whether a function is open. */
    public BooleanBinding open() {
        return open;
    }

    /** Whether it is starting, running or stopping, so that it can be stopped and not started. */
    public BooleanBinding busy() {
        return busy;
    }

    /** Brings times up to date; called a few times a second. */
    public void refresh() {
        stateText.set(inWords());
        health.set(health());
        Optional<Engine> running = session.engineProperty()
                .get()
                .filter(engine -> session.stateProperty().get() == EmulatorState.RUNNING);
        url.set(running.map(Engine::webSocketUri).map(URI::toString).orElse(""));
        secureUrl.set(
                running.flatMap(Engine::secureWebSocketUri).map(URI::toString).orElse(""));
        PlatformTexts words = new PlatformTexts(texts.messages());
        noTls.set(running.flatMap(Engine::noTls)
                .map(failure -> words.problem(failure) + "\n" + words.problemTodo(failure))
                .orElse(""));
    }

    private boolean isBusy() {
        return switch (session.stateProperty().get()) {
            case STARTING, RUNNING, STOPPING -> true;
            case STOPPED, FAILED -> false;
        };
    }

    private String inWords() {
        return switch (session.stateProperty().get()) {
            case STOPPED -> texts.get("shell.state.stopped");
            case STARTING -> starting();
            case RUNNING -> running();
            case STOPPING -> texts.get("shell.state.stopping");
            case FAILED -> texts.get("shell.state.failed", failedStatus());
        };
    }

    private String starting() {
        boolean debugged = instances().stream().anyMatch(instance -> instance.debugging()
                .filter(InstanceView.Debugging::attached)
                .isPresent());
        return debugged
                ? texts.get("shell.state.starting-debugged")
                : texts.get(
                        "shell.state.starting",
                        session.secondsInState(),
                        session.settings().current().timeouts().init().toSeconds());
    }

    private String failedStatus() {
        return session.failureProperty()
                .get()
                .map(StartFailure::status)
                .map(status -> status.code() + " " + status.platformName())
                .orElse("");
    }

    private String running() {
        return instance()
                .map(instance -> texts.get(
                        "shell.state.running",
                        String.valueOf(instance.pid()),
                        instance.readyAfter().toMillis()))
                .orElseGet(() -> switch (health()) {
                    case FAILED -> texts.get("shell.state.reload-failed", failedStatus());
                    case STARTING -> texts.get("shell.state.instance-starting");
                    default -> texts.get("shell.state.no-instance");
                });
    }

    private List<InstanceView> instances() {
        return session.engineProperty().get().map(Engine::instances).orElse(List.of());
    }

    private Optional<Instance> instance() {
        return session.engineProperty().get().flatMap(Engine::instance);
    }

    /** The state, looking also at whether a function that runs has an instance that takes connections. */
    private EmulatorState health() {
        EmulatorState state = session.stateProperty().get();
        if (state != EmulatorState.RUNNING || instance().isPresent()) {
            return state;
        }
        if (session.failureProperty().get().isPresent()) {
            return EmulatorState.FAILED;
        }
        boolean starting = instances().stream().anyMatch(instance -> instance.state() == InstanceState.STARTING);
        return starting ? EmulatorState.STARTING : state;
    }
}
