package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Many at once, and many one after the other, leave nothing behind. */
class ManyConnectionsTest extends GatewayTestCase {
    private static final int AT_ONCE = 500;
    private static final int IN_A_ROW = 300;
    /** What a JVM may open or close by itself meanwhile. */
    private static final int SLACK = 10;

    @Test
    void fiveHundredAtOnceAreAllServed() throws Exception {
        List<GatewayFixture.Tunnel> tunnels = new ArrayList<>();
        byte[] question = Frames.masked(0x81, Frames.text("hello"));
        byte[] answer = Frames.plain(0x81, Frames.text("hello"));
        for (int i = 0; i < AT_ONCE; i++) {
            tunnels.add(fixture.open("/release/" + i));
        }
        assertEquals(AT_ONCE, fixture.invocations.openCount());
        for (GatewayFixture.Tunnel tunnel : tunnels) {
            tunnel.client().send(question);
            tunnel.function().read(question.length);
            tunnel.function().send(answer);
            tunnel.client().read(answer.length);
        }
        assertEquals(2 * AT_ONCE, fixture.capture.count());
        for (GatewayFixture.Tunnel tunnel : tunnels) {
            tunnel.client().close();
            tunnel.function().readToEnd();
            tunnel.function().close();
            fixture.awaitEnd();
        }
        assertEquals(0, fixture.invocations.openCount());
    }

    @Test
    void openEchoCloseInALoopLeaksNeitherDescriptorsNorThreads() throws Exception {
        Path descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors), "this system does not show a process its descriptors");
        for (int i = 0; i < SLACK; i++) {
            openEchoClose();
        }
        long descriptorsBefore = count(descriptors);
        int threadsBefore = Thread.activeCount();
        for (int i = 0; i < IN_A_ROW; i++) {
            openEchoClose();
        }
        assertTrue(count(descriptors) <= descriptorsBefore + SLACK, "descriptors leak");
        assertTrue(Thread.activeCount() <= threadsBefore + SLACK, "threads leak");
        assertEquals(0, fixture.invocations.openCount());
    }

    private void openEchoClose() throws Exception {
        byte[] close = Frames.masked(0x88, Frames.close(1000, ""));
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.client().send(close);
            tunnel.function().read(close.length);
            tunnel.function().send(Frames.plain(0x88, Frames.close(1000, "")));
            tunnel.function().close();
            tunnel.client().readToEnd();
        }
        fixture.awaitEnd();
    }

    private static long count(Path descriptors) throws IOException {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.count();
        }
    }
}
