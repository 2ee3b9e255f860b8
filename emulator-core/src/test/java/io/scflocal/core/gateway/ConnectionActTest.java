package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.OutgoingFrame;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.relay.ActResult;
import io.scflocal.core.relay.ConnectionAct;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Acts on a live connection through the gateway's sockets, seen by both peers and in the capture. */
class ConnectionActTest extends GatewayTestCase {
    private static final int CONNECTION = 1;

    @Test
    void largeFrameOfTheUserReachesTheClientAndIsMarkedInTheCapture() throws Exception {
        byte[] payload = new byte[3 << 20];
        payload[7] = 7;
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            var sent = fixture.act(
                    CONNECTION,
                    new ConnectionAct.Send(
                            Direction.FUNCTION_TO_CLIENT, List.of(OutgoingFrame.message(Opcode.BINARY, payload))));
            byte[] expected = Frames.plain(0x82, payload);
            assertArrayEquals(expected, tunnel.client().read(expected.length));
            assertEquals(ActResult.DONE, sent.get(20, TimeUnit.SECONDS));
            FrameRecord frame = fixture.capture.frame(0);
            assertEquals(FrameOrigin.USER, frame.origin());
            assertEquals(payload.length, frame.capturedLength());
            ByteBuffer kept = ByteBuffer.allocate(payload.length);
            fixture.capture.payload(0, 0, kept);
            assertArrayEquals(payload, kept.array());
        }
    }

    @Test
    void closeEndsTheConnectionWithTheUsersCode() throws Exception {
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            var closed = fixture.act(CONNECTION, new ConnectionAct.Close(1011, "test"));
            assertArrayEquals(
                    Frames.plain(0x88, Frames.close(1011, "test")),
                    tunnel.client().read(8));
            tunnel.function().read(12);
            assertEquals(ActResult.DONE, closed.get(20, TimeUnit.SECONDS));
            tunnel.client().send(Frames.masked(0x88, Frames.close(1011, "")));
            tunnel.function().send(Frames.plain(0x88, Frames.close(1011, "")));
            assertEquals(0, tunnel.client().readToEnd().length);
            assertEquals(0, tunnel.function().readToEnd().length);
        }
        InvocationEnd end = fixture.awaitEnd();
        assertEquals(EndCause.USER_CLOSED, end.cause());
        assertEquals(1011, end.closeCode());
        assertEquals(200, end.status().code());
        assertEquals(4, fixture.capture.count());
        assertEquals(FrameOrigin.PEER, fixture.capture.frame(3).origin());
    }

    @Test
    void connectionThatIsNotThereIsReported() throws Exception {
        assertEquals(
                ActResult.NOT_OPEN, fixture.act(99, new ConnectionAct.Drop()).get(20, TimeUnit.SECONDS));
        fixture.stopGateway();
        assertEquals(
                ActResult.NOT_OPEN, fixture.act(1, new ConnectionAct.Drop()).get(20, TimeUnit.SECONDS));
    }
}
