package io.scflocal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.invocation.InvocationState;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.ManualTicker;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A client of the inspector's protocol at a real Node.js function. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class DebugTest {
    private static final Duration IDLE = Timeouts.DEFAULT.idle();

    @TempDir
    Path directory;

    private final Events events = new Events();
    private final ManualTicker clock = new ManualTicker();

    @Test
    void timeoutsArePausedWhileADebuggerIsAttached() throws Exception {
        try (Emulator emulator = start(Isolation.NONE)) {
            NodeFunction.Client inspector = attach();
            new NodeFunction.Client(emulator).next();
            Invocation invocation = Events.next(events.opened);
            assertTrue(invocation.deadlines().isPaused());
            pass(IDLE.multipliedBy(2), emulator);
            // The gateway has looked at the deadlines before it lets somebody else in.
            new NodeFunction.Client(emulator).next();
            assertEquals(InvocationState.OPEN, invocation.state());
            inspector.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            while (invocation.deadlines().isPaused()) {
                new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
            }
            pass(IDLE, emulator);
            InvocationEnd end = Events.next(events.ended).end().orElseThrow();
            assertEquals(EndCause.IDLE_TIMEOUT, end.cause());
            assertEquals(IDLE.toNanos(), end.durationNanos());
        }
    }

    @Test
    void theInitialisationTimeoutIsPausedToo() throws Exception {
        NodeFunction function = new NodeFunction(directory);
        String server = NodeFunction.SERVER.replace(
                "server.listen(PORT, '0.0.0.0');",
                "setInterval(() => globalThis.go && !server.listening && server.listen(PORT, '0.0.0.0'), 20);");
        function.write(server, "code 01");
        Duration limit = Timeouts.DEFAULT.init();
        try (Emulator emulator = function.open(instances(Isolation.NONE), events, clock)) {
            FutureTask<Void> start = new FutureTask<>(() -> {
                emulator.start();
                return null;
            });
            new Thread(start).start();
            NodeFunction.Client inspector = attach();
            clock.advance(limit.multipliedBy(2));
            inspector
                    .socket
                    .sendText("{\"id\":1,\"method\":\"Runtime.evaluate\",\"params\":{\"expression\":\"go = 1\"}}", true)
                    .join();
            start.get();
            Duration coldStart = emulator.instance().orElseThrow().readyAfter();
            assertTrue(coldStart.compareTo(limit) < 0, () -> "a cold start of " + coldStart);
        }
    }

    @Test
    void theInspectorOfASandboxIsReachedFromOutside() throws Exception {
        try (Emulator emulator = start(Isolation.AUTO)) {
            NodeFunction.Client inspector = attach();
            inspector
                    .socket
                    .sendText("{\"id\":1,\"method\":\"Runtime.evaluate\",\"params\":{\"expression\":\"6*7\"}}", true)
                    .join();
            assertEquals(
                    "{\"id\":1,\"result\":{\"result\":{\"type\":\"number\",\"value\":42,\"description\":\"42\"}}}",
                    inspector.next());
            assertEquals(Optional.empty(), emulator.failure());
        }
    }

    private void pass(Duration time, Emulator emulator) {
        clock.advance(time);
        emulator.setTimeouts(emulator.timeouts());
    }

    private Emulator start(Isolation isolation) throws Exception {
        Emulator emulator = new NodeFunction(directory).open(instances(isolation), events, clock);
        emulator.start();
        return emulator;
    }

    private static InstanceOptions instances(Isolation isolation) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return InstanceOptions.DEFAULT.withIsolation(isolation).withDebugPort(OptionalInt.of(free.getLocalPort()));
        }
    }

    private NodeFunction.Client attach() throws Exception {
        String listening = Events.next(events.logged, line -> line.text().startsWith("Debugger listening on "))
                .text();
        NodeFunction.Client client = new NodeFunction.Client(
                URI.create(listening.substring(listening.indexOf("ws://")).replace("0.0.0.0", "127.0.0.1")));
        Events.next(events.instances, instance -> instance.debugging()
                .filter(InstanceView.Debugging::attached)
                .isPresent());
        return client;
    }
}
