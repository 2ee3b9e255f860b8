package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of messages that their frames don't show by themselves, from a real capture. */
@Timeout(30)
class ContentTest {
    private static final int RSV1 = 0x40;

    @TempDir
    Path temporary;

    private final DetailViewModel model = new DetailViewModel(new Threads(Runnable::run, Runnable::run));
    private CaptureStore store;
    private FrameScanner scanner;

    @BeforeEach
    void create() throws IOException {
        store = CaptureStore.create(temporary.resolve("capture"), Ticker.system());
        store.record(new ConnectionRecord(1, 0, "", "", true, "A", handshake(), Optional.empty()));
        scanner = new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT));
    }

    private static HandshakeRecord handshake() {
        String extensions = "permessage-deflate; server_no_context_takeover";
        HeaderRecord header = new HeaderRecord("Sec-WebSocket-Extensions", extensions, "PEER");
        return new HandshakeRecord("GET", "/", "/", List.of(), 101, List.of(header));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theTextOfACompressedMessageIsShownInListAndDetail() {
        frame(0x81 | RSV1, deflate("{\"text\":\"早上好\"}"));
        awaitMessages(1);
        assertEquals("{\"text\":\"早上好\"}", preview(0));
        MessageBody.Json body = assertInstanceOf(MessageBody.Json.class, show(0).body());
        assertEquals(3, body.lines().size());
        List<String> copied = new ArrayList<>();
        model.text(copied::add);
        assertEquals(List.of("{\"text\":\"早上好\"}"), copied);
    }

    @Test
    void fragmentsShowTheirMessageInTheDetail() {
        byte[] payload = deflate("compressed in fragments");
        frame(RSV1 | 1, Arrays.copyOf(payload, 5));
        frame(0x80, Arrays.copyOfRange(payload, 5, payload.length));
        frame(1, bytes("plain "));
        frame(0x80, bytes("in fragments"));
        awaitMessages(2);
        assertEquals("compressed in fragments", preview(0));
        assertEquals("compressed, " + (payload.length - 5) + " bytes", preview(1));
        assertEquals("in fragments", preview(3));
        assertEquals("compressed in fragments", text(show(1).body()));
        assertEquals("plain in fragments", text(show(2).body()));
        assertEquals("plain in fragments", text(show(3).body()));
    }

    @Test
    void anInflatedMessageIsSavedInflated() throws IOException {
        byte[] bytes = new byte[200_000];
        Arrays.fill(bytes, (byte) 7);
        frame(0x82 | RSV1, deflate(bytes));
        awaitMessages(1);
        assertEquals(200_000 / 16, show(0).body().lines().size());
        Path file = temporary.resolve("payload.bin");
        model.save(file);
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void aBrokenMessageIsShownAsItIsOnTheWire() {
        frame(0x81 | RSV1, new byte[] {-1, -1, -1});
        awaitMessages(1);
        assertEquals("compressed, 3 bytes", preview(0));
        MessageBody.Compressed body = assertInstanceOf(MessageBody.Compressed.class, show(0).body());
        assertEquals(1, body.lines().size());
    }

    @Test
    void theDetailIsReadAgainWhenItsMessageHasBecomeKnown() {
        frame(1, bytes("a"));
        assertEquals("a", text(show(0).body()));
        frame(0x80, bytes("b"));
        awaitMessages(1);
        model.refresh();
        assertEquals("ab", text(model.detailProperty().get().orElseThrow().body()));
    }

    private FrameDetail show(long number) {
        model.show(new FrameSource(store, connection -> Optional.empty()), number);
        return model.detailProperty().get().orElseThrow();
    }

    private String preview(long number) {
        RowFormat format = new RowFormat(Messages.in(Language.ENGLISH), ZoneOffset.UTC);
        return format.row(store, new Rows(new AllFrames(store.count()), 0, store.count()), number)
                .payload();
    }

    private static String text(MessageBody body) {
        return body.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private void frame(int firstByte, byte[] payload) {
        ByteBuffer wire = ByteBuffer.allocate(payload.length + 4).put((byte) firstByte);
        if (payload.length < 126) {
            wire.put((byte) payload.length);
        } else {
            wire.put((byte) 126).putShort((short) payload.length);
        }
        scanner.scan(wire.put(payload).flip());
    }

    private void awaitMessages(long count) {
        while (store.messages().count() < count) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] deflate(String text) {
        return deflate(bytes(text));
    }

    private static byte[] deflate(byte[] message) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(message);
        byte[] wire = new byte[message.length + 100];
        int length = deflater.deflate(wire, 0, wire.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(wire, length - 4);
    }
}
