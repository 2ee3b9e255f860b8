package io.scflocal.core.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one peer sends is what the other gets, byte for byte, and what the capture holds. */
class TransparencyTest extends GatewayTestCase {
    /** Makes a stream of frames, masked or not. */
    private interface Script extends BiFunction<Integer, byte[], byte[]> {}

    static Stream<Named<java.util.function.Function<Script, byte[]>>> streams() {
        Stream<Named<java.util.function.Function<Script, byte[]>>> kinds = Stream.of(
                Named.of("compressed fragments with a ping between", TransparencyTest::compressedFragments),
                Named.of("invalid UTF-8", frame -> frame.apply(0x81, new byte[] {(byte) 0xc3, 0x28, (byte) 0xff})),
                Named.of(
                        "reserved opcodes",
                        frame -> Frames.join(
                                frame.apply(0x83, Frames.text("three")), frame.apply(0x8b, Frames.text("eleven")))),
                Named.of("all reserved bits", frame -> frame.apply(0xf1, Frames.text("rsv"))),
                Named.of("a fragmented ping", frame -> frame.apply(0x09, Frames.text("no fin"))),
                Named.of("a ping that is too long", frame -> frame.apply(0x89, new byte[126])),
                Named.of("close without a code", frame -> frame.apply(0x88, new byte[0])),
                Named.of("close with half a code", frame -> frame.apply(0x88, new byte[] {3})),
                Named.of(
                        "frames after a close",
                        frame -> Frames.join(
                                frame.apply(0x88, Frames.close(1000, "bye")),
                                frame.apply(0x81, Frames.text("still here")))),
                Named.of("a length in the wrong form", frame -> new byte[] {(byte) 0x82, 126, 0, 3, 1, 2, 3}));
        Stream<Named<java.util.function.Function<Script, byte[]>>> sizes = IntStream.of(0, 125, 126, 65535, 65536)
                .mapToObj(size -> Named.of(size + " bytes", frame -> frame.apply(0x82, noise(size))));
        Stream<Named<java.util.function.Function<Script, byte[]>>> closes = IntStream.concat(
                        IntStream.rangeClosed(1000, 1015), IntStream.of(3000, 3999, 4000, 4999))
                .mapToObj(code -> Named.of("close " + code, frame -> frame.apply(0x88, Frames.close(code, "原因"))));
        return Stream.of(kinds, sizes, closes).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void clientToFunctionArrivesUnchanged(java.util.function.Function<Script, byte[]> stream) throws Exception {
        byte[] bytes = stream.apply(Frames::masked);
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.client().send(bytes);
            assertArrayEquals(bytes, tunnel.function().read(bytes.length));
            assertArrayEquals(bytes, captured(Direction.CLIENT_TO_FUNCTION));
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void functionToClientArrivesUnchanged(java.util.function.Function<Script, byte[]> stream) throws Exception {
        byte[] bytes = stream.apply(Frames::plain);
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.function().send(bytes);
            assertArrayEquals(bytes, tunnel.client().read(bytes.length));
            assertArrayEquals(bytes, captured(Direction.FUNCTION_TO_CLIENT));
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void bothWaysOneByteAtATimeArriveUnchanged(java.util.function.Function<Script, byte[]> stream) throws Exception {
        byte[] up = stream.apply(Frames::masked);
        byte[] down = stream.apply(Frames::plain);
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    tunnel.client().sendByteByByte(up);
                    tunnel.function().sendByteByByte(down);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertArrayEquals(up, tunnel.function().read(up.length));
            assertArrayEquals(down, tunnel.client().read(down.length));
            sending.get(20, TimeUnit.SECONDS);
            assertArrayEquals(up, captured(Direction.CLIENT_TO_FUNCTION));
            assertArrayEquals(down, captured(Direction.FUNCTION_TO_CLIENT));
        }
    }

    @Test
    void sixteenMegabytesArriveUnchangedBothWays() throws Exception {
        byte[] up = Frames.masked(0x82, noise(16 << 20));
        byte[] down = Frames.plain(0x82, noise(16 << 20));
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            CompletableFuture<byte[]> atFunction = CompletableFuture.supplyAsync(() -> exchange(tunnel, up, true));
            byte[] atClient = exchange(tunnel, down, false);
            assertArrayEquals(up, atFunction.get(20, TimeUnit.SECONDS));
            assertArrayEquals(down, atClient);
            assertArrayEquals(up, captured(Direction.CLIENT_TO_FUNCTION));
            assertArrayEquals(down, captured(Direction.FUNCTION_TO_CLIENT));
        }
    }

    private static byte[] exchange(GatewayFixture.Tunnel tunnel, byte[] bytes, boolean up) {
        RawPeer sender = up ? tunnel.client() : tunnel.function();
        RawPeer receiver = up ? tunnel.function() : tunnel.client();
        CompletableFuture<RawPeer> sending = CompletableFuture.supplyAsync(() -> {
            try {
                return sender.send(bytes);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try {
            byte[] received = receiver.read(bytes.length);
            sending.join();
            return received;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void bytesBehindTheHandshakeInTheSameSegmentArrive() throws Exception {
        byte[] up = Frames.masked(0x81, Frames.text("early question"));
        byte[] down = Frames.plain(0x81, Frames.text("early answer"));
        try (RawPeer client = RawPeer.connect(fixture.port)) {
            String request = "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
            client.send(Frames.join(Frames.text(request), up));
            try (RawPeer function = fixture.accept()) {
                function.readHead();
                function.send(Frames.join(Frames.text(GatewayFixture.ACCEPT + "\r\n"), down));
                client.readHead();
                assertArrayEquals(up, function.read(up.length));
                assertArrayEquals(down, client.read(down.length));
            }
        }
    }

    @Test
    void aSlowFunctionSlowsTheClientAndLosesNothing() throws Exception {
        byte[] frame = Frames.masked(0x82, noise(1 << 20));
        int count = 64;
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < count; i++) {
                        tunnel.client().send(frame);
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            // The function has not read a byte: what the sockets do not hold must still be with the client.
            org.junit.jupiter.api.Assertions.assertThrows(
                    java.util.concurrent.TimeoutException.class, () -> flood.get(500, TimeUnit.MILLISECONDS));
            assertTrue(fixture.capture.count() < count, "the relay must not read ahead without bound");
            for (int i = 0; i < count; i++) {
                assertArrayEquals(frame, tunnel.function().read(frame.length));
            }
            flood.get(20, TimeUnit.SECONDS);
            assertEquals(count, fixture.capture.count());
        }
    }

    @Test
    void aHalfClosedClientStillGetsTheAnswer() throws Exception {
        byte[] answer = Frames.plain(0x81, Frames.text("late answer"));
        try (GatewayFixture.Tunnel tunnel = fixture.open("/")) {
            tunnel.client().shutdownOutput();
            assertEquals(0, tunnel.function().readToEnd().length);
            tunnel.function().send(answer);
            tunnel.function().close();
            assertArrayEquals(answer, tunnel.client().readToEnd());
        }
    }

    /** What the capture holds of one direction, as it was on the wire; waits until the last frame is complete. */
    private byte[] captured(Direction direction) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (long n = 0; n < fixture.capture.count(); n++) {
            FrameRecord record = fixture.capture.frame(n);
            if (record.direction() == direction) {
                assertTrue(record.complete(), () -> "incomplete: " + record);
                ByteBuffer wire = ByteBuffer.allocate((int) record.header().wireLength());
                fixture.capture.wire(n, 0, wire);
                all.write(wire.array(), 0, wire.position());
            }
        }
        return all.toByteArray();
    }

    private static byte[] compressedFragments(Script frame) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(Frames.text("{\"room\":1,\"text\":\"早上好\"}".repeat(9)));
        byte[] block = new byte[512];
        int length = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH) - 4;
        deflater.end();
        byte[] first = java.util.Arrays.copyOfRange(block, 0, length / 2);
        byte[] rest = java.util.Arrays.copyOfRange(block, length / 2, length);
        return Frames.join(
                frame.apply(Frames.RSV1 | Frames.TEXT, first),
                frame.apply(Frames.FIN | Frames.PING, Frames.text("between")),
                frame.apply(Frames.FIN | Frames.CONTINUATION, rest));
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
