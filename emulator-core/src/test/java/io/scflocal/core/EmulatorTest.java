package io.scflocal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.capture.Captures;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.LimitsRecord;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.instance.Instance;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real function process behind a real gateway, from start to stop. */
class EmulatorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final Events events = new Events();
    private int functionPort;

    @BeforeEach
    void needsJavaAndBash() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs /bin/bash");
        try (ServerSocket free = new ServerSocket(0)) {
            functionPort = free.getLocalPort();
        }
    }

    @Test
    void clientTalksToTheFunctionAndEveryFrameIsCaptured() throws Exception {
        try (Emulator emulator = open(echoFunction())) {
            emulator.start();
            assertEquals(EmulatorState.RUNNING, emulator.state());
            Answers answers = new Answers();
            WebSocket client = connect(emulator.webSocketUri().resolve("chat?x=1"), answers);
            client.sendText("hello", true).join();
            assertEquals("hello", Events.next(answers.texts));
            assertEquals(
                    "/release/chat?x=1", Events.next(events.opened).handshake().requestTarget());
            client.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
            Invocation invocation = Events.next(events.ended);
            assertEquals(200, invocation.end().orElseThrow().status().code());
            assertEquals("A", invocation.instance());
            assertEquals(4, emulator.capture().count());
            Events.next(events.logged, line -> line.text().startsWith("listening"));
        }
    }

    @Test
    void theSessionCanBeOpenedAgainWithItsConnectionsAndItsLog() throws Exception {
        Answers answers = new Answers();
        try (Emulator emulator = open(echoFunction())) {
            emulator.start();
            WebSocket client = connect(emulator.webSocketUri().resolve("chat?x=1"), answers);
            client.sendText("hello", true).join();
            Events.next(answers.texts);
            client.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
            Events.next(events.ended);
        }
        Captures.Entry entry =
                new Captures(directory.resolve("captures")).list().get(0);
        assertEquals(4, entry.frames());
        try (StoredCapture stored = StoredCapture.open(entry.directory())) {
            ConnectionRecord connection = stored.session().connection(1).orElseThrow();
            assertEquals("/release/chat?x=1", connection.handshake().requestTarget());
            assertEquals(101, connection.handshake().responseStatus());
            assertEquals("A", connection.instance());
            EndRecord end = connection.end().orElseThrow();
            assertEquals(200, end.status());
            assertEquals("client-closed 1000 bye", end.cause() + " " + end.closeCode() + " " + end.closeReason());
            assertEquals(events.logged.size(), stored.session().lineCount());
            assertTrue(stored.session().lines(0, 100).stream()
                    .anyMatch(line -> line.text().equals("START RequestId:" + connection.requestId())));
        }
    }

    @Test
    void stopLeavesNoProcessAndFreesBothPorts() throws Exception {
        Emulator emulator = open(echoFunction());
        emulator.start();
        long pid = emulator.instance().map(Instance::pid).orElseThrow();
        int gatewayPort = emulator.webSocketUri().getPort();
        emulator.close();
        assertEquals(EmulatorState.STOPPED, emulator.state());
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        new ServerSocket(functionPort).close();
        new ServerSocket(gatewayPort, 1, InetAddress.getByName("127.0.0.1")).close();
    }

    @Test
    void startsAgainAfterAStopAndKeepsItsCapture() throws Exception {
        try (Emulator emulator = open(echoFunction())) {
            for (int round = 1; round <= 2; round++) {
                emulator.start();
                Answers answers = new Answers();
                WebSocket client = connect(emulator.webSocketUri(), answers);
                client.sendText("round " + round, true).join();
                assertEquals("round " + round, Events.next(answers.texts));
                emulator.stop();
                Invocation invocation = Events.next(events.ended);
                assertEquals(EndCause.STOPPED, invocation.end().orElseThrow().cause());
                assertEquals(2 * round, emulator.capture().count());
            }
        }
    }

    @Test
    void functionThatIsKilledEndsItsConnectionWith439AndIsStartedAgainForTheNext() throws Exception {
        try (Emulator emulator = open(echoFunction())) {
            emulator.start();
            connect(emulator.webSocketUri(), new Answers());
            long pid = emulator.instance().map(Instance::pid).orElseThrow();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            Invocation invocation = Events.next(events.ended);
            assertEquals(EndCause.PROCESS_EXITED, invocation.end().orElseThrow().cause());
            assertEquals(439, invocation.end().orElseThrow().status().code());
            Answers answers = new Answers();
            connect(emulator.webSocketUri(), answers).sendText("again", true).join();
            assertEquals("again", Events.next(answers.texts));
            assertEquals("B", emulator.instance().map(Instance::id).orElseThrow());
        }
    }

    @Test
    void idleTimeoutIsSetWhileItRuns() throws Exception {
        try (Emulator emulator = open(echoFunction())) {
            emulator.start();
            connect(emulator.webSocketUri(), new Answers());
            emulator.setTimeouts(Timeouts.DEFAULT.withIdle(Duration.ofMillis(200)));
            Invocation invocation = Events.next(events.ended);
            assertEquals(455, invocation.end().orElseThrow().status().code());
            assertEquals(
                    List.of(Timeouts.DEFAULT.idle().toNanos(), 200_000_000L),
                    emulator.capture().limits().stream()
                            .map(LimitsRecord::idleNanos)
                            .toList());
        }
    }

    @Test
    void startThatFailsLeavesNothingAndSaysWhy() throws Exception {
        Path folder = function("#!/bin/bash\necho going down\nexit 7\n");
        try (Emulator emulator = open(folder)) {
            StartFailure failure = assertThrows(StartFailure.class, emulator::start);
            assertEquals(StartProblem.EXITED_BEFORE_READY, failure.problem());
            assertTrue(failure.lastOutput().contains("going down"), () -> failure.lastOutput()
                    .toString());
            assertEquals(EmulatorState.FAILED, emulator.state());
            assertEquals(failure, emulator.failure().orElseThrow());
            assertThrows(
                    IOException.class,
                    () -> new Socket("127.0.0.1", emulator.webSocketUri().getPort()).close());
        }
    }

    @Test
    void variablesThatTheCloudRefusesAreToldAtTheStart() throws Exception {
        try (Emulator emulator = open(directory.resolve("empty"))) {
            emulator.setSettings(emulator.settings()
                    .withEnvironment(Map.of("SCF_MINE", "1", "1ST", "2", "LARGE", "x".repeat(4_096))));
            assertThrows(StartFailure.class, emulator::start);
            assertEquals(
                    List.of("environment 4114", "environment-name 2"),
                    emulator.problems().all().stream()
                            .map(problem -> problem.kind().id() + " " + problem.worst())
                            .toList());
        }
    }

    @Test
    void takenGatewayPortIsReportedWithItsHolder() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Emulator emulator = Emulator.open(new FunctionFolder(echoFunction()), options(holder.getLocalPort()))) {
            StartFailure failure = assertThrows(StartFailure.class, emulator::start);
            assertEquals(StartProblem.GATEWAY_PORT_BUSY, failure.problem());
            assertEquals(
                    Integer.toString(holder.getLocalPort()), failure.details().get(0));
            assertEquals(
                    Long.toString(ProcessHandle.current().pid()),
                    failure.details().get(1));
        }
    }

    @Test
    void stopInterruptsAStartThatWouldTakeLong() throws Exception {
        Path folder = function("#!/bin/bash\nsleep 600\n");
        try (Emulator emulator = open(folder)) {
            BlockingQueue<StartProblem> failed = new LinkedBlockingQueue<>();
            Thread starter = new Thread(() -> {
                try {
                    emulator.start();
                } catch (StartFailure e) {
                    failed.add(e.problem());
                }
            });
            starter.start();
            assertEquals(EmulatorState.STARTING, Events.next(events.states));
            emulator.stop();
            assertEquals(StartProblem.CANCELLED, Events.next(failed));
            starter.join();
        }
    }

    private Emulator open(Path folder) throws IOException {
        Emulator emulator = Emulator.open(new FunctionFolder(folder), options(0));
        emulator.addListener(events);
        return emulator;
    }

    private EmulatorOptions options(int gatewayPort) {
        return new EmulatorOptions(
                        gatewayPort,
                        functionPort,
                        "release",
                        CaptureOptions.under(directory.resolve("captures")),
                        FunctionSettings.defaults("demo"),
                        Timeouts.DEFAULT.withInit(PATIENCE))
                .withInstances(InstanceOptions.DEFAULT.withIsolation(Isolation.NONE));
    }

    private Path echoFunction() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return function("#!/bin/bash\nexec '" + java + "' -cp '" + System.getProperty("java.class.path")
                + "' io.scflocal.core.EchoServer " + functionPort + "\n");
    }

    private Path function(String startFile) throws IOException {
        Path folder = Files.createTempDirectory(directory, "function");
        Path file = Files.writeString(folder.resolve("scf_bootstrap"), startFile);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static WebSocket connect(URI uri, Answers answers) throws InterruptedException, ExecutionException {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, answers)
                .get();
    }

    private static final class Answers implements WebSocket.Listener {
        final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            texts.add(data.toString());
            return WebSocket.Listener.super.onText(webSocket, data, last);
        }
    }
}
