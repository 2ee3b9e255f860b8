package io.scflocal.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.EmulatorState;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.OwnFile;
import io.scflocal.core.config.Setting;
import io.scflocal.core.instance.StartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorSessionTest {
    @TempDir
    private Path directory;

    private Desk desk;
    private EmulatorSession session;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory);
        session = desk.session;
    }

    private EmulatorState state() {
        return session.stateProperty().get();
    }

    @Test
    void openingAFolderStartsItAndRemembersIt() {
        session.open(Path.of("/home/lin/chat"));
        assertEquals(EmulatorState.RUNNING, state());
        assertEquals("chat", session.folderProperty().get().orElseThrow().name());
        assertSame(desk.engine(), session.engineProperty().get().orElseThrow());
        assertEquals(
                Path.of("/home/lin/chat"), desk.folders.newestFirst().get(0).path());
    }

    @Test
    void aReloadTakesWhatTheFilesSayNowButNotWhatNeedsAStart() throws IOException {
        session.open(directory);
        Files.writeString(directory.resolve(OwnFile.NAME), "{\"memory\": 256, \"port\": 8123}");
        session.reload();
        assertEquals(256, desk.engine().settings.memoryMb());
        assertEquals("256", session.settings().startedProperty().get().text(Setting.MEMORY));
        assertEquals("8123", session.settings().current().text(Setting.GATEWAY_PORT));
        assertEquals("8000", session.settings().startedProperty().get().text(Setting.GATEWAY_PORT));
    }

    @Test
    void openingAnotherFolderClosesTheFirst() {
        session.open(Path.of("/home/lin/chat"));
        session.open(Path.of("/home/lin/ticker"));
        assertTrue(desk.engines.get(0).closed);
        assertEquals("ticker", desk.engine().folder.name());
        assertEquals(EmulatorState.RUNNING, state());
    }

    @Test
    void aFailedStartIsToldAndCanBeTriedAgain() {
        desk.fail(StartProblem.NOT_EXECUTABLE, "/home/lin/chat/scf_bootstrap");
        session.open(Path.of("/home/lin/chat"));
        assertEquals(EmulatorState.FAILED, state());
        assertEquals(
                StartProblem.NOT_EXECUTABLE,
                session.failureProperty().get().orElseThrow().problem());
        session.run();
        assertEquals(EmulatorState.FAILED, state());
        assertEquals(1, desk.engines.size());
    }

    @Test
    void aCancelledStartIsNoFailure() {
        desk.fail(StartProblem.CANCELLED);
        session.open(Path.of("/home/lin/chat"));
        assertEquals(EmulatorState.STOPPED, state());
        assertTrue(session.failureProperty().get().isEmpty());
    }

    @Test
    void aCaptureThatCannotBeWrittenIsAFailureToo() {
        desk.unwritable = Optional.of(new IOException("read-only file system"));
        session.open(Path.of("/home/lin/chat"));
        assertEquals(EmulatorState.FAILED, state());
        assertEquals(
                StartProblem.CAPTURE_UNWRITABLE,
                session.failureProperty().get().orElseThrow().problem());
        desk.unwritable = Optional.empty();
        session.run();
        assertEquals(EmulatorState.RUNNING, state());
        assertTrue(session.failureProperty().get().isEmpty());
    }

    @Test
    void stopAndRunUseTheSameEngine() {
        session.open(Path.of("/home/lin/chat"));
        session.stop();
        assertEquals(EmulatorState.STOPPED, state());
        session.run();
        assertEquals(EmulatorState.RUNNING, state());
        assertEquals(1, desk.engines.size());
    }

    @Test
    void aSettingActsAtOnceAndIsKeptInTheFolder() throws IOException {
        Path chat = Files.createDirectories(directory.resolve("chat"));
        session.open(chat);
        assertFalse(Files.exists(chat.resolve(OwnFile.NAME)));
        session.settings().set(Setting.IDLE_TIMEOUT, "7");
        session.settings().set(Setting.LIMITS, "enforce");
        assertEquals(7, desk.engine().timeouts.idle().toSeconds());
        assertTrue(desk.engine().choices.limits().enforced());
        assertEquals(
                new Origin(Origin.Source.OWN_FILE, OwnFile.NAME, 2),
                session.settings().current().value(Setting.IDLE_TIMEOUT).origin());
        session.open(Files.createDirectories(directory.resolve("ticker")));
        assertEquals(15, desk.engine().options.timeouts().idle().toSeconds());
        session.open(chat);
        assertEquals(7, desk.engine().options.timeouts().idle().toSeconds());
        session.settings().reset(Setting.IDLE_TIMEOUT);
        assertEquals(15, desk.engine().timeouts.idle().toSeconds());
    }

    @Test
    void theFilesOfTheFolderAreReadAtEveryStart() throws IOException {
        Path chat = Files.createDirectories(directory.resolve("chat"));
        session.open(chat);
        Files.writeString(chat.resolve("serverless.yml"), "inputs:\n  src: ./\n  memorySize: 512\n");
        session.restart();
        assertEquals(512, desk.engine().settings.memoryMb());
        assertEquals(1, desk.engines.size());
    }

    @Test
    void aSettingThatCannotBeKeptIsTakenBackAndTold() throws IOException {
        Path chat = Files.createDirectories(directory.resolve("chat"));
        Files.writeString(chat.resolve(OwnFile.NAME), "{ broken");
        session.open(chat);
        session.settings().set(Setting.IDLE_TIMEOUT, "7");
        assertTrue(session.settings().unsavedProperty().get().isPresent());
        assertEquals(15, desk.engine().timeouts.idle().toSeconds());
        assertEquals("{ broken", Files.readString(chat.resolve(OwnFile.NAME)));
    }

    @Test
    void anotherPortNeedsAnotherEngineAtTheNextStart() throws IOException {
        session.open(Files.createDirectories(directory.resolve("chat")));
        session.settings().set(Setting.GATEWAY_PORT, "8001");
        assertEquals(1, desk.engines.size());
        session.restart();
        assertEquals(2, desk.engines.size());
        assertTrue(desk.engines.get(0).closed);
        assertEquals(8001, desk.engine().options.gatewayPort());
        assertEquals(EmulatorState.RUNNING, state());
    }

    @Test
    void closingLeavesNothing() {
        session.open(Path.of("/home/lin/chat"));
        assertTrue(session.shutDown().isDone());
        assertTrue(desk.engine().closed);
        assertTrue(session.folderProperty().get().isEmpty());
        assertTrue(session.engineProperty().get().isEmpty());
        assertEquals(EmulatorState.STOPPED, state());
    }

    @Test
    void stoppingBeforeTheEngineIsThereKeepsItFromStarting() {
        Queue<Runnable> background = new ArrayDeque<>();
        EmulatorSession late = sessionOn(background);
        late.open(Path.of("/home/lin/chat"));
        assertEquals(EmulatorState.STARTING, late.stateProperty().get());
        late.stop();
        runAll(background);
        assertEquals(EmulatorState.STOPPED, late.stateProperty().get());
        assertFalse(desk.engine().closed);
    }

    @Test
    void aRestartIsAStartAlsoWhileTheScreenStillShowsThatItRuns() {
        Queue<Runnable> background = new ArrayDeque<>();
        EmulatorSession late = sessionOn(background);
        late.open(Path.of("/home/lin/chat"));
        runAll(background);
        late.restart();
        assertEquals(EmulatorState.STARTING, late.stateProperty().get());
        runAll(background);
        assertEquals(EmulatorState.RUNNING, late.stateProperty().get());
        assertEquals(2, desk.engine().starts);
    }

    @Test
    void debuggingHoldsForThisWindowAndRestartsTheFunction() throws IOException {
        session.open(Files.createDirectories(directory.resolve("chat")));
        session.debug(true);
        assertEquals(OptionalInt.of(9229), desk.engine().instanceOptions.debugPort());
        assertEquals(2, desk.engine().starts);
        session.settings().set(Setting.MAX_INSTANCES, "3");
        assertEquals(OptionalInt.of(9229), desk.engine().instanceOptions.debugPort());
        session.debug(false);
        assertEquals(OptionalInt.empty(), desk.engine().instanceOptions.debugPort());
    }

    private EmulatorSession sessionOn(Queue<Runnable> background) {
        return new EmulatorSession(
                (folder, options) -> {
                    FakeEngine engine = new FakeEngine(folder, options, null);
                    desk.engines.add(engine);
                    return engine;
                },
                desk.folders,
                () -> CaptureOptions.under(directory),
                new Threads(background::add, Runnable::run),
                desk.ticker);
    }

    private static void runAll(Queue<Runnable> background) {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    @Test
    void secondsInStateFollowTheClock() {
        session.open(Path.of("/home/lin/chat"));
        desk.ticker.advance(Duration.ofMillis(3_900));
        assertEquals(3, session.secondsInState());
    }
}
