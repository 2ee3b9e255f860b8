package io.scflocal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real Node.js function whose files change while clients are connected. */
@Timeout(60)
class ReloadTest {
    @TempDir
    Path directory;

    private final BlockingQueue<Reload> reloads = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<StartFailure>> reloaded = new LinkedBlockingQueue<>();
    private final BlockingQueue<Invocation> ended = new LinkedBlockingQueue<>();
    private final BlockingQueue<InstanceView> gone = new LinkedBlockingQueue<>();
    private final BlockingQueue<InstanceNotice> notices = new LinkedBlockingQueue<>();
    private NodeFunction function;

    @BeforeEach
    void setUp() throws IOException {
        function = new NodeFunction(directory);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "NONE"})
    void cutClosesConnectionsWith1012AndReplacesInstances(Isolation isolation) throws Exception {
        try (Emulator emulator = start(isolation, ReloadMode.CUT)) {
            NodeFunction.Client client = new NodeFunction.Client(emulator);
            assertEquals("code 01", client.next());
            function.write(NodeFunction.SERVER, "code 02");
            assertEquals("closed 1012 reloaded", client.next());
            assertEquals(new Reload(List.of("server.js"), ReloadMode.CUT, false, 1), NodeFunction.next(reloads));
            Invocation invocation = NodeFunction.next(ended);
            assertEquals(EndCause.RELOADED, invocation.end().orElseThrow().cause());
            assertEquals(439, invocation.end().orElseThrow().status().code());
            assertEquals("A", NodeFunction.next(gone).id());
            assertEquals(Optional.empty(), NodeFunction.next(reloaded));
            assertEquals("code 02", new NodeFunction.Client(emulator).next());
        }
    }

    @Test
    void drainKeepsConnectionsWithTheOldCodeUntilTheyEnd() throws Exception {
        try (Emulator emulator = start(Isolation.AUTO, ReloadMode.DRAIN)) {
            assumeTrue(notices.isEmpty(), () -> "instances can't be kept apart here: " + notices);
            NodeFunction.Client old = new NodeFunction.Client(emulator);
            assertEquals("code 01", old.next());
            function.write(NodeFunction.SERVER, "code 02");
            assertEquals(new Reload(List.of("server.js"), ReloadMode.DRAIN, false, 1), NodeFunction.next(reloads));
            assertEquals(Optional.empty(), NodeFunction.next(reloaded));
            assertEquals("code 02", new NodeFunction.Client(emulator).next());
            assertEquals(
                    Map.of("A", InstanceState.RETIRED, "B", InstanceState.SERVING),
                    emulator.instances().stream()
                            .collect(java.util.stream.Collectors.toMap(InstanceView::id, InstanceView::state)));
            assertTrue(gone.isEmpty());
            old.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            assertEquals("A", NodeFunction.next(gone).id());
        }
    }

    @Test
    void whereAllShareOnePortDrainingIsRefused() throws Exception {
        try (Emulator emulator = start(Isolation.NONE, ReloadMode.DRAIN)) {
            NodeFunction.Client client = new NodeFunction.Client(emulator);
            assertEquals("code 01", client.next());
            function.write(NodeFunction.SERVER, "code 02");
            assertEquals(new Reload(List.of("server.js"), ReloadMode.CUT, true, 1), NodeFunction.next(reloads));
            assertEquals("closed 1012 reloaded", client.next());
            assertEquals(Optional.empty(), NodeFunction.next(reloaded));
            assertEquals("code 02", new NodeFunction.Client(emulator).next());
        }
    }

    @Test
    void codeThatDoesNotStartIsDiagnosedAndTriedAgainWhenItChanges() throws Exception {
        try (Emulator emulator = start(Isolation.NONE, ReloadMode.CUT)) {
            function.write("console.log('no such thing'); process.exit(3)", "");
            StartFailure failure = NodeFunction.next(reloaded).orElseThrow();
            assertEquals(StartProblem.EXITED_BEFORE_READY, failure.problem());
            assertEquals(List.of("no such thing"), failure.lastOutput());
            assertEquals(Optional.of(failure), emulator.failure());
            assertEquals(EmulatorState.RUNNING, emulator.state());
            function.write("setInterval(() => {}, 1000)", "");
            NodeFunction.next(reloads);
            NodeFunction.next(reloads);
            // The start that never gets ready is given up for the next one, long before its timeout.
            function.write(NodeFunction.SERVER, "code 03");
            assertEquals(Optional.empty(), NodeFunction.next(reloaded));
            assertEquals(Optional.empty(), emulator.failure());
            assertEquals("code 03", new NodeFunction.Client(emulator).next());
        }
    }

    @Test
    void whatIsNotCodeReloadsNothingAndByHandItIsAlwaysPossible() throws Exception {
        try (Emulator emulator = start(Isolation.NONE, ReloadMode.OFF)) {
            function.write(NodeFunction.SERVER, "code 02");
            emulator.reload();
            assertEquals(new Reload(List.of(), ReloadMode.CUT, false, 0), NodeFunction.next(reloads));
            assertEquals(Optional.empty(), NodeFunction.next(reloaded));
            emulator.setInstanceOptions(emulator.instanceOptions().withReload(ReloadMode.CUT));
            Files.writeString(function.folder.resolve("scf-local.json"), "{}");
            Files.writeString(
                    Files.createDirectories(function.folder.resolve("captures/x"))
                            .resolve("y"),
                    "z");
            Files.writeString(function.folder.resolve(".env"), "A=1");
            assertEquals(List.of(".env"), NodeFunction.next(reloads).changed());
        }
    }

    private Emulator start(Isolation isolation, ReloadMode mode) throws Exception {
        InstanceOptions instances =
                InstanceOptions.DEFAULT.withIsolation(isolation).withReload(mode);
        Emulator emulator = function.open(instances, Timeouts.DEFAULT, new EmulatorListener() {
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
}
