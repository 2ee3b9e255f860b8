package io.scflocal.core.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.MessageRecord.State;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.PerMessageDeflate;
import io.scflocal.core.frame.WireFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MessageFollowerTest {
    private static final Direction UP = Direction.CLIENT_TO_FUNCTION;
    private static final Direction DOWN = Direction.FUNCTION_TO_CLIENT;
    private static final String TAKEOVER = "permessage-deflate";
    private static final String ALONE = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
    private static final int KEY = 0x21436587;

    @TempDir
    Path temporary;

    private final Deflater deflater = new Deflater(6, true);
    private Path directory;
    private CaptureStore store;

    @BeforeEach
    void create() throws IOException {
        directory = temporary.resolve("capture");
        store = CaptureStore.create(directory, new HandClock());
    }

    @AfterEach
    void close() {
        store.close();
        deflater.end();
    }

    @Test
    void compressedMessagesAreReadableByFrameAndFollowTheContext() {
        store.record(Connections.open(1, TAKEOVER));
        FrameScanner scanner = scanner(1, UP);
        scan(scanner, frame(0xC1, deflate("{\"text\":\"早上好\"}")));
        scan(scanner, frame(0xC1, deflate("{\"text\":\"早上好\"}")));
        awaitMessages(2);
        assertEquals("{\"text\":\"早上好\"}", text(0));
        assertEquals("{\"text\":\"早上好\"}", text(1));
        MessageRecord second = message(1);
        assertEquals(
                new MessageRecord(
                        1,
                        1,
                        1,
                        1,
                        Opcode.TEXT,
                        true,
                        store.frame(1).header().payloadLength(),
                        "{\"text\":\"早上好\"}".getBytes(StandardCharsets.UTF_8).length,
                        State.COMPLETE),
                second);
        assertTrue(second.wireLength() < message(0).wireLength());
    }

    @Test
    void fragmentsBelongToTheirMessageAndFramesOfOthersBetweenThemDoNot() {
        store.record(Connections.open(1, TAKEOVER));
        byte[] payload = deflate("fragmented and compressed");
        FrameScanner compressed = scanner(1, DOWN);
        FrameScanner plain = scanner(2, UP);
        scan(compressed, frame(0x41, Arrays.copyOf(payload, 3)));
        scan(plain, frame(0x01, bytes("Hello, ")));
        scan(compressed, frame(0x89, bytes("ping")));
        scan(compressed, frame(0x00, Arrays.copyOfRange(payload, 3, 3)));
        scan(plain, frame(0x80, bytes("world")));
        scan(compressed, frame(0x80, Arrays.copyOfRange(payload, 3, payload.length)));
        awaitMessages(2);
        for (int frame : new int[] {0, 3, 5}) {
            assertEquals("fragmented and compressed", text(frame));
            assertEquals(3, message(frame).frames());
            assertTrue(message(frame).compressed());
        }
        assertEquals("Hello, world", text(1));
        assertEquals("Hello, world", text(4));
        assertFalse(message(4).compressed());
        assertTrue(store.messages().messageOf(2).isEmpty());
        assertEquals(payload.length, message(0).wireLength());
    }

    @Test
    void framesThatAreTheirOwnMessageLeaveNothingBehind() throws IOException {
        FrameScanner scanner = scanner(1, UP);
        for (int i = 0; i < 1000; i++) {
            scan(scanner, frame(0x81, bytes("plain")));
        }
        scan(scanner, frame(0xC1, bytes("RSV1 without an agreement")));
        scan(scanner, frame(0x80, bytes("a continuation of nothing")));
        FrameScanner other = scanner(2, UP);
        scan(other, frame(0x01, bytes("a")));
        scan(other, frame(0x80, bytes("b")));
        awaitMessages(1);
        assertEquals(1002, message(1002).firstFrame());
        for (int frame = 0; frame < 1002; frame++) {
            assertTrue(store.messages().messageOf(frame).isEmpty());
        }
        store.close();
        assertEquals("ab", text(1003));
        assertEquals(64, Files.size(directory.resolve("messages-0000.idx")));
        assertEquals(2, Files.size(directory.resolve("messages-0000.dat")));
    }

    @Test
    void aMessageWhoseLastFrameArrivesSlowlyIsKnownWhenItIsThere() {
        store.record(Connections.open(1, TAKEOVER));
        byte[] wire = frame(0xC2, deflate("slow"));
        FrameScanner slow = scanner(1, UP);
        slow.scan(ByteBuffer.wrap(wire, 0, wire.length - 1));
        FrameScanner other = scanner(2, UP);
        scan(other, frame(0x01, bytes("a")));
        scan(other, frame(0x80, bytes("b")));
        awaitMessages(1);
        assertTrue(store.messages().messageOf(0).isEmpty());
        slow.scan(ByteBuffer.wrap(wire, wire.length - 1, 1));
        awaitMessages(2);
        assertEquals("slow", text(0));
    }

    @Test
    void aBombIsCutAndWhatRefersToItIsSaidToBeLost() {
        store.record(Connections.open(1, TAKEOVER));
        FrameScanner scanner = scanner(1, UP);
        scan(scanner, frame(0xC2, deflate(new byte[40 << 20])));
        scan(scanner, frame(0xC2, deflate("after")));
        awaitMessages(2);
        assertEquals(State.OVER_BUDGET, message(0).state());
        assertEquals(CaptureLimits.USUAL_PAYLOAD, message(0).length());
        assertEquals(State.CONTEXT_LOST, message(1).state());
        assertEquals(0, message(1).length());
    }

    @Test
    void aBrokenMessageIsMarkedAndTheNextOneIsReadWhenItStandsAlone() {
        store.record(Connections.open(1, ALONE));
        FrameScanner scanner = scanner(1, DOWN);
        scan(scanner, frame(0xC1, new byte[] {-1, -1, -1, -1}));
        scan(scanner, frame(0xC1, deflate("good")));
        awaitMessages(2);
        assertEquals(State.BROKEN, message(0).state());
        assertEquals("good", text(1));
    }

    @Test
    void aFrameOfWhichOnlyTheBeginningIsKeptTakesTheContextWithIt() {
        store.record(Connections.open(1, TAKEOVER));
        byte[] noise = new byte[CaptureLimits.USUAL_PAYLOAD + 100_000];
        new Random(1).nextBytes(noise);
        FrameScanner scanner = scanner(1, UP);
        scan(scanner, frame(0xC2, deflate(noise)));
        scan(scanner, frame(0xC2, deflate("after")));
        awaitMessages(2);
        assertEquals(State.TRUNCATED, message(0).state());
        assertTrue(message(0).length() > CaptureLimits.USUAL_PAYLOAD - 100_000);
        assertEquals(State.CONTEXT_LOST, message(1).state());
    }

    @Test
    void aMessageThatIsNeverFinishedIsAbandonedAtTheLatestWithItsConnection() {
        FrameScanner scanner = scanner(1, UP);
        scan(scanner, frame(0x01, bytes("given up")));
        scan(scanner, frame(0x02, bytes("cut")));
        scan(scanner, frame(0x00, bytes(" off")));
        awaitMessages(1);
        assertEquals(State.ABANDONED, message(0).state());
        store.record(Connections.ended(1));
        awaitMessages(2);
        assertEquals(State.ABANDONED, message(2).state());
        assertEquals(2, message(1).frames());
    }

    @Test
    void aConnectionThatEndsInTheMiddleOfItsLastFrameLeavesATruncatedMessage() {
        FrameScanner scanner = scanner(1, UP);
        scan(scanner, frame(0x01, bytes("begin ")));
        byte[] wire = frame(0x80, bytes("never complete"));
        scanner.scan(ByteBuffer.wrap(wire, 0, wire.length - 9));
        store.record(Connections.ended(1));
        awaitMessages(1);
        assertEquals(State.TRUNCATED, message(0).state());
        assertEquals("begin never", text(1));
    }

    @Test
    void manyConnectionsEachKeepTheirOwnContext() {
        int connections = 20;
        List<String> sent = new ArrayList<>();
        List<FrameScanner> scanners = new ArrayList<>();
        List<Deflater> deflaters = new ArrayList<>();
        for (int c = 1; c <= connections; c++) {
            store.record(Connections.open(c, TAKEOVER));
            scanners.add(scanner(c, c % 2 == 0 ? UP : DOWN));
            deflaters.add(new Deflater(9, true));
        }
        Random random = new Random(17);
        for (int i = 0; i < 2000; i++) {
            int c = random.nextInt(connections);
            sent.add("connection " + c + " says " + "abc".repeat(random.nextInt(3000)) + i);
            scan(scanners.get(c), frame(0xC1, deflate(deflaters.get(c), bytes(sent.get(i)))));
        }
        awaitMessages(2000);
        for (int i = 0; i < 2000; i++) {
            assertEquals(sent.get(i), text(i));
        }
        deflaters.forEach(Deflater::end);
    }

    @Test
    void anyPartOfAMessageCanBeRead() {
        byte[] whole = new byte[100_000];
        new Random(5).nextBytes(whole);
        FrameScanner scanner = scanner(1, UP);
        scan(scanner, frame(0x02, Arrays.copyOf(whole, 60_000)));
        scan(scanner, frame(0x80, Arrays.copyOfRange(whole, 60_000, 100_000)));
        awaitMessages(1);
        ByteBuffer part = ByteBuffer.allocate(100);
        assertEquals(100, store.messages().payload(message(0), 59_950, part));
        assertArrayEquals(Arrays.copyOfRange(whole, 59_950, 60_050), part.array());
        assertEquals(0, store.messages().payload(message(0), 100_000, part.clear()));
    }

    @Test
    void framesOfEveryKindInAnyOrderNeverMakeItThrow() throws IOException {
        for (int connection = 1; connection <= 4; connection++) {
            store.record(Connections.open(connection, connection % 2 == 0 ? TAKEOVER : ALONE));
            scan(scanner(connection, UP), WireFrames.stream(new Random(connection), 1000));
        }
        store.close();
        CaptureDirectory closed = CaptureDirectory.existing(directory);
        FrameFiles frames =
                new FrameFiles(FrameIndex.open(closed), WireSegments.open(closed, WireSegments.FRAMES, false), 0);
        MessageFiles files = new MessageFiles(
                CaptureDirectory.create(temporary.resolve("again")),
                new QuotaShares(CaptureLimits.DEFAULT.quotaBytes()));
        MessageMaker maker = new MessageMaker(
                frames.index(),
                frames,
                files,
                new MessageMaker.Rules(
                        CaptureLimits.USUAL_PAYLOAD,
                        number -> Optional.of(new PerMessageDeflate(number > 2, false)),
                        number -> Long.MAX_VALUE));
        maker.catchUp();
        maker.endAll();
        maker.free();
        assertTrue(files.count() > 1000);
        for (long frame = 0; frame < frames.count(); frame++) {
            long number = frame;
            files.messageOf(frame).ifPresent(message -> {
                assertTrue(message.firstFrame() <= number && number <= message.lastFrame());
                ByteBuffer all = ByteBuffer.allocate(message.length());
                assertEquals(message.length(), files.payload(message, 0, all));
            });
        }
    }

    @Test
    void inACaptureOfVeryManyConnectionsThoseThatAreOpenKeepTheirContext() throws Exception {
        HandClock clock = new HandClock();
        Path many = temporary.resolve("many");
        int connections = 3_000;
        try (CaptureStore busy = CaptureStore.create(many, clock)) {
            busy.record(Connections.open(1, TAKEOVER));
            FrameScanner open = new FrameScanner(busy.recorder(1, UP));
            scan(open, frame(0xC1, deflate("the same again")));
            for (int connection = 2; connection <= connections; connection++) {
                clock.now.set(connection * 10_000_000_000L);
                busy.record(Connections.ended(connection, ALONE));
                byte[] wire = frame(0xC1, deflate(new Deflater(6, true), bytes("hello")));
                scan(new FrameScanner(busy.recorder(connection, UP)), wire);
            }
            scan(open, frame(0xC1, deflate("the same again")));
        }
        try (StoredCapture stored = StoredCapture.open(many)) {
            stored.awaitMessages();
            assertEquals(connections + 1, stored.messages().count());
            for (int number = 0; number <= connections; number++) {
                assertEquals(State.COMPLETE, stored.messages().message(number).state());
            }
        }
    }

    private FrameScanner scanner(int connection, Direction direction) {
        return new FrameScanner(store.recorder(connection, direction));
    }

    private static void scan(FrameScanner scanner, byte[] wire) {
        scanner.scan(ByteBuffer.wrap(wire));
    }

    private static byte[] frame(int firstByte, byte[] payload) {
        return WireFrames.frame(firstByte, KEY, payload);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] deflate(String text) {
        return deflate(bytes(text));
    }

    private byte[] deflate(byte[] message) {
        return deflate(deflater, message);
    }

    private static byte[] deflate(Deflater deflater, byte[] message) {
        deflater.setInput(message);
        byte[] wire = new byte[message.length + message.length / 100 + 100];
        int length = deflater.deflate(wire, 0, wire.length, Deflater.SYNC_FLUSH);
        return Arrays.copyOf(wire, length - 4);
    }

    private void awaitMessages(long count) {
        while (store.messages().count() < count) {
            LockSupport.parkNanos(1_000_000);
        }
        assertEquals(count, store.messages().count());
    }

    private MessageRecord message(long frame) {
        MessageRecord message = store.messages().messageOf(frame).orElseThrow();
        assertTrue(message.firstFrame() <= frame && frame <= message.lastFrame());
        return message;
    }

    private String text(long frame) {
        MessageRecord message = message(frame);
        ByteBuffer target = ByteBuffer.allocate(message.length() + 10);
        assertEquals(message.length(), store.messages().payload(message, 0, target));
        return new String(target.array(), 0, target.position(), StandardCharsets.UTF_8);
    }
}
