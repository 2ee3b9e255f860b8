package io.scflocal.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.session.Desk;
import io.scflocal.app.session.TrafficMeter;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.config.Setting;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelsTest {
    private static final Path CHAT = Path.of("/home/lin/chat");

    @TempDir
    private Path directory;

    private final Texts texts = new Texts(Language.ENGLISH);
    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory);
    }

    @Test
    void theStateIsToldInWordsOfTheLanguage() {
        StateViewModel state = new StateViewModel(desk.session, texts);
        desk.session.open(CHAT);
        assertEquals(
                "Running · pid 48213 · ready in 412 ms",
                state.stateTextProperty().get());
        texts.languageProperty().set(Language.CHINESE);
        assertEquals("运行中 · pid 48213 · 412 毫秒就绪", state.stateTextProperty().get());
    }

    @Test
    void newCodeThatDoesNotStartIsNotCalledRunning() {
        StateViewModel state = new StateViewModel(desk.session, texts);
        desk.session.open(CHAT);
        assertEquals(EmulatorState.RUNNING, state.healthProperty().get());
        desk.engine().reloadFailure =
                new StartFailure(StartProblem.EXITED_BEFORE_READY, "It ended", List.of("3", ""), List.of());
        desk.engine().become(EmulatorState.RUNNING);
        assertEquals(
                "New code failed · 405 ContainerStateExited",
                state.stateTextProperty().get());
        assertEquals(EmulatorState.FAILED, state.healthProperty().get());
        assertTrue(state.busy().get());
        desk.engine().reloadFailure = null;
        desk.engine().become(EmulatorState.RUNNING);
        assertEquals(EmulatorState.RUNNING, state.healthProperty().get());
    }

    @Test
    void aStartTellsHowLongItHasTaken() {
        StateViewModel state = new StateViewModel(desk.session, texts);
        desk.session.open(CHAT);
        desk.engine().become(EmulatorState.STARTING);
        desk.ticker.advance(Duration.ofSeconds(3));
        state.refresh();
        assertEquals("Starting... 3 s of 65 s", state.stateTextProperty().get());
        assertTrue(state.busy().get());
        desk.engine().debugged = true;
        state.refresh();
        assertEquals(
                "Starting · init timeout paused by the debugger",
                state.stateTextProperty().get());
    }

    @Test
    void theAddressIsThereOnlyWhileClientsCanConnect() {
        StateViewModel state = new StateViewModel(desk.session, texts);
        desk.session.open(CHAT);
        assertEquals("ws://127.0.0.1:8000/release/", state.urlProperty().get());
        desk.session.stop();
        assertEquals("", state.urlProperty().get());
        assertFalse(state.busy().get());
        assertTrue(state.open().get());
    }

    @Test
    void theStatusBarCounts() {
        StatusViewModel status = new StatusViewModel(desk.session, new TrafficMeter(), texts, desk.threads);
        assertEquals("No function running", status.framesProperty().get());
        desk.session.open(CHAT);
        desk.engine().frames = 4_811;
        status.refresh();
        assertEquals("4,811 frames captured", status.framesProperty().get());
        assertEquals("1.3 MB on disk", status.diskProperty().get());
        assertEquals("9000 → 8000", status.portsProperty().get());
    }

    @Test
    void aTakenPortOfTheGatewayGivesWayToAFreeOne() {
        FailureViewModel failure = new FailureViewModel(desk.session, texts);
        desk.fail(StartProblem.GATEWAY_PORT_BUSY, "8000", "17", "other");
        desk.session.open(directory);
        desk.failing = Optional.empty();
        assertTrue(failure.portTaken().get());
        failure.useFreePort();
        assertFalse(failure.portTaken().get());
        assertEquals(EmulatorState.RUNNING, desk.session.stateProperty().get());
        assertEquals(0, desk.session.settings().current().number(Setting.GATEWAY_PORT));
    }

    @Test
    void aFailureIsToldWithItsStatusAndLastOutput() {
        FailureViewModel failure = new FailureViewModel(desk.session, texts);
        desk.fail(StartProblem.NOTHING_LISTENS, "65");
        desk.session.open(CHAT);
        assertTrue(failure.present().get());
        assertEquals("446 PortBindingFailed", failure.status().get());
        assertEquals("last line", failure.lastOutput().get());
        assertFalse(failure.problem().get().isEmpty());
    }
}
