package io.scflocal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real Node.js function whose files change while clients are connected. */
@Timeout(60)
class ReloadTest {
    private static final long PATIENCE_SECONDS = 20;
    /** Greets every client with its version, and answers a Close frame with its own. */
    private static final String SERVER =
            """
            const crypto = require('crypto');
            const server = require('http').createServer((request, response) => response.end('VERSION'));
            server.on('upgrade', (request, socket) => {
              const key = request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
              const accept = crypto.createHash('sha1').update(key).digest('base64');
              socket.write('HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n'
                + 'Sec-WebSocket-Accept: ' + accept + '\\r\\n\\r\\n');
              socket.write(Buffer.concat([Buffer.from([0x81, 7]), Buffer.from('VERSION')]));
              socket.on('data', data => (data[0] & 15) === 8 && socket.end(Buffer.from([0x88, 0])));
              socket.on('error', () => {});
            });
            server.listen(PORT, '0.0.0.0');
            """;

    @TempDir
    Path directory;

    private final BlockingQueue<Reload> reloads = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<StartFailure>> reloaded = new LinkedBlockingQueue<>();
    private final BlockingQueue<Invocation> ended = new LinkedBlockingQueue<>();
    private final BlockingQueue<InstanceView> gone = new LinkedBlockingQueue<>();
    private final BlockingQueue<InstanceNotice> notices = new LinkedBlockingQueue<>();
    private Path folder;
    private int port;

    @BeforeEach
    void needsNode() throws IOException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, "node"))),
                "node is not installed");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        folder = Files.createDirectories(directory.resolve("function"));
        Path start = Files.writeString(
                folder.resolve(FunctionFolder.START_FILE), "#!/bin/bash\nexec /var/lang/node20/bin/node server.js\n");
        Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwxr-xr-x"));
        write(SERVER, "code 01");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "NONE"})
    void cutClosesConnectionsWith1012AndReplacesInstances(Isolation isolation) throws Exception {
        try (Emulator emulator = start(isolation, ReloadMode.CUT)) {
            Client client = new Client(emulator);
            assertEquals("code 01", client.next());
            write(SERVER, "code 02");
            assertEquals("closed 1012 reloaded", client.next());
            assertEquals(new Reload(List.of("server.js"), ReloadMode.CUT, false, 1), next(reloads));
            Invocation invocation = next(ended);
            assertEquals(EndCause.RELOADED, invocation.end().orElseThrow().cause());
            assertEquals(439, invocation.end().orElseThrow().status().code());
            assertEquals("A", next(gone).id());
            assertEquals(Optional.empty(), next(reloaded));
            assertEquals("code 02", new Client(emulator).next());
        }
    }

    @Test
    void drainKeepsConnectionsWithTheOldCodeUntilTheyEnd() throws Exception {
        try (Emulator emulator = start(Isolation.AUTO, ReloadMode.DRAIN)) {
            assumeTrue(notices.isEmpty(), () -> "instances can't be kept apart here: " + notices);
            Client old = new Client(emulator);
            assertEquals("code 01", old.next());
            write(SERVER, "code 02");
            assertEquals(new Reload(List.of("server.js"), ReloadMode.DRAIN, false, 1), next(reloads));
            assertEquals(Optional.empty(), next(reloaded));
            assertEquals("code 02", new Client(emulator).next());
            assertEquals(
                    Map.of("A", InstanceState.RETIRED, "B", InstanceState.SERVING),
                    emulator.instances().stream()
                            .collect(java.util.stream.Collectors.toMap(InstanceView::id, InstanceView::state)));
            assertTrue(gone.isEmpty());
            old.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            assertEquals("A", next(gone).id());
        }
    }

    @Test
    void whereAllShareOnePortDrainingIsRefused() throws Exception {
        try (Emulator emulator = start(Isolation.NONE, ReloadMode.DRAIN)) {
            Client client = new Client(emulator);
            assertEquals("code 01", client.next());
            write(SERVER, "code 02");
            assertEquals(new Reload(List.of("server.js"), ReloadMode.CUT, true, 1), next(reloads));
            assertEquals("closed 1012 reloaded", client.next());
            assertEquals(Optional.empty(), next(reloaded));
            assertEquals("code 02", new Client(emulator).next());
        }
    }

    @Test
    void codeThatDoesNotStartIsDiagnosedAndTriedAgainWhenItChanges() throws Exception {
        try (Emulator emulator = start(Isolation.NONE, ReloadMode.CUT)) {
            write("console.log('no such thing'); process.exit(3)", "");
            StartFailure failure = next(reloaded).orElseThrow();
            assertEquals(StartProblem.EXITED_BEFORE_READY, failure.problem());
            assertEquals(List.of("no such thing"), failure.lastOutput());
            assertEquals(Optional.of(failure), emulator.failure());
            assertEquals(EmulatorState.RUNNING, emulator.state());
            write("setInterval(() => {}, 1000)", "");
            next(reloads);
            next(reloads);
            // The start that never gets ready is given up for the next one, long before its timeout.
            write(SERVER, "code 03");
            assertEquals(Optional.empty(), next(reloaded));
            assertEquals(Optional.empty(), emulator.failure());
            assertEquals("code 03", new Client(emulator).next());
        }
    }

    @Test
    void whatIsNotCodeReloadsNothingAndByHandItIsAlwaysPossible() throws Exception {
        try (Emulator emulator = start(Isolation.NONE, ReloadMode.OFF)) {
            write(SERVER, "code 02");
            emulator.reload();
            assertEquals(new Reload(List.of(), ReloadMode.CUT, false, 0), next(reloads));
            assertEquals(Optional.empty(), next(reloaded));
            emulator.setInstanceOptions(emulator.instanceOptions().withReload(ReloadMode.CUT));
            Files.writeString(folder.resolve("scf-local.json"), "{}");
            Files.writeString(
                    Files.createDirectories(directory.resolve("function/captures/x"))
                            .resolve("y"),
                    "z");
            Files.writeString(folder.resolve(".env"), "A=1");
            assertEquals(List.of(".env"), next(reloads).changed());
        }
    }

    private Emulator start(Isolation isolation, ReloadMode mode) throws Exception {
        EmulatorOptions defaults =
                EmulatorOptions.defaults(FunctionSettings.defaults("test"), folder.resolve("captures"));
        Emulator emulator = Emulator.open(
                new FunctionFolder(folder),
                new EmulatorOptions(0, port, "release", defaults.captures(), defaults.settings(), defaults.timeouts())
                        .withInstances(
                                InstanceOptions.DEFAULT.withIsolation(isolation).withReload(mode)));
        emulator.addListener(new EmulatorListener() {
            @Override
            public void reloading(Reload reload) {
                reloads.add(reload);
            }

            @Override
            public void reloaded(Optional<StartFailure> failure) {
                reloaded.add(failure);
            }

            @Override
            public void ended(Invocation invocation) {
                ended.add(invocation);
            }

            @Override
            public void instanceChanged(InstanceView instance) {
                if (instance.state() == InstanceState.ENDED) {
                    gone.add(instance);
                }
            }

            @Override
            public void noticed(InstanceNotice notice) {
                notices.add(notice);
            }
        });
        emulator.start();
        return emulator;
    }

    private void write(String server, String version) throws IOException {
        Files.writeString(
                folder.resolve("server.js"),
                server.replace("VERSION", version).replace("PORT", Integer.toString(port)));
    }

    private static <T> T next(BlockingQueue<T> events) throws InterruptedException {
        T event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertFalse(event == null, "nothing within " + PATIENCE_SECONDS + " s");
        return event;
    }

    private static final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        private final WebSocket socket;

        Client(Emulator emulator) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(emulator.webSocketUri(), this)
                    .join();
        }

        String next() throws InterruptedException {
            return ReloadTest.next(seen);
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            seen.add(data.toString());
            return WebSocket.Listener.super.onText(webSocket, data, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            seen.add("closed " + statusCode + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            seen.add("error " + error);
        }
    }
}
