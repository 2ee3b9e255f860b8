package io.scflocal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private final Events events = new Events();
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
            assertEquals(new Reload(List.of("server.js"), ReloadMode.CUT, false, 1), Events.next(events.reloads));
            Invocation invocation = Events.next(events.ended);
            assertEquals(EndCause.RELOADED, invocation.end().orElseThrow().cause());
            assertEquals(439, invocation.end().orElseThrow().status().code());
            assertEquals("A", Events.next(events.instances, ReloadTest::isGone).id());
            assertEquals(Optional.empty(), Events.next(events.reloaded));
            assertEquals("code 02", new NodeFunction.Client(emulator).next());
        }
    }

    @Test
    void drainKeepsConnectionsWithTheOldCodeUntilTheyEnd() throws Exception {
        try (Emulator emulator = start(Isolation.AUTO, ReloadMode.DRAIN)) {
            assumeTrue(events.notices.isEmpty(), () -> "instances can't be kept apart here: " + events.notices);
            NodeFunction.Client old = new NodeFunction.Client(emulator);
            assertEquals("code 01", old.next());
            function.write(NodeFunction.SERVER, "code 02");
            assertEquals(new Reload(List.of("server.js"), ReloadMode.DRAIN, false, 1), Events.next(events.reloads));
            assertEquals(Optional.empty(), Events.next(events.reloaded));
            assertEquals("code 02", new NodeFunction.Client(emulator).next());
            assertEquals(
                    Map.of("A", InstanceState.RETIRED, "B", InstanceState.SERVING),
                    emulator.instances().stream().collect(Collectors.toMap(InstanceView::id, InstanceView::state)));
            assertTrue(events.instances.stream().noneMatch(ReloadTest::isGone));
            old.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            assertEquals("A", Events.next(events.instances, ReloadTest::isGone).id());
        }
    }

    @Test
    void whereAllShareOnePortDrainingIsRefused() throws Exception {
        try (Emulator emulator = start(Isolation.NONE, ReloadMode.DRAIN)) {
            NodeFunction.Client client = new NodeFunction.Client(emulator);
            assertEquals("code 01", client.next());
            function.write(NodeFunction.SERVER, "code 02");
            assertEquals(new Reload(List.of("server.js"), ReloadMode.CUT, true, 1), Events.next(events.reloads));
            assertEquals("closed 1012 reloaded", client.next());
            assertEquals(Optional.empty(), Events.next(events.reloaded));
            assertEquals("code 02", new NodeFunction.Client(emulator).next());
        }
    }

    @Test
    void codeThatDoesNotStartIsDiagnosedAndTriedAgainWhenItChanges() throws Exception {
        try (Emulator emulator = start(Isolation.NONE, ReloadMode.CUT)) {
            function.write("console.log('no such thing'); process.exit(3)", "");
            StartFailure failure = Events.next(events.reloaded).orElseThrow();
            assertEquals(StartProblem.EXITED_BEFORE_READY, failure.problem());
            assertEquals(List.of("no such thing"), failure.lastOutput());
            assertEquals(Optional.of(failure), emulator.failure());
            assertEquals(EmulatorState.RUNNING, emulator.state());
            function.write("setInterval(() => {}, 1000)", "");
            Events.next(events.reloads);
            Events.next(events.reloads);
            // The start that never gets ready is given up for the next one, long before its timeout.
            function.write(NodeFunction.SERVER, "code 03");
            assertEquals(Optional.empty(), Events.next(events.reloaded));
            assertEquals(Optional.empty(), emulator.failure());
            assertEquals("code 03", new NodeFunction.Client(emulator).next());
        }
    }

    @Test
    void whatIsNotCodeReloadsNothingAndByHandItIsAlwaysPossible() throws Exception {
        try (Emulator emulator = start(Isolation.NONE, ReloadMode.OFF)) {
            function.write(NodeFunction.SERVER, "code 02");
            emulator.reload();
            assertEquals(new Reload(List.of(), ReloadMode.CUT, false, 0), Events.next(events.reloads));
            assertEquals(Optional.empty(), Events.next(events.reloaded));
            emulator.setInstanceOptions(emulator.instanceOptions().withReload(ReloadMode.CUT));
            Files.writeString(function.folder.resolve("scf-local.json"), "{}");
            Files.writeString(
                    Files.createDirectories(function.folder.resolve("captures/x"))
                            .resolve("y"),
                    "z");
            Files.writeString(function.folder.resolve(".env"), "A=1");
            assertEquals(List.of(".env"), Events.next(events.reloads).changed());
        }
    }

    private Emulator start(Isolation isolation, ReloadMode mode) throws Exception {
        InstanceOptions instances =
                InstanceOptions.DEFAULT.withIsolation(isolation).withReload(mode);
        Emulator emulator = function.open(instances, events, Ticker.system());
        emulator.start();
        return emulator;
    }

    private static boolean isGone(InstanceView instance) {
        return instance.state() == InstanceState.ENDED;
    }
}
