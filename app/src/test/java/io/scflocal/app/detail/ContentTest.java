package io.scflocal.app.detail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.scflocal.app.decode.Format;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.lines.Line;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.DeflatedCapture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
    private DeflatedCapture capture;

    @BeforeEach
    void create() throws IOException {
        capture = new DeflatedCapture(temporary.resolve("capture"));
        model.source(capture.store(), Connections.none());
    }

    @AfterEach
    void close() {
        capture.close();
    }

    @Test
    void theTextOfACompressedMessageIsShown() {
        capture.frame(0x81 | RSV1, DeflatedCapture.deflate("{\"text\":\"早上好\"}"));
        capture.awaitMessages(1);
        MessageBody.Readable body = assertInstanceOf(MessageBody.Readable.class, show(0).body());
        assertEquals(3, body.lines().size());
        assertEquals(List.of(Format.JSON), body.decoding().formats());
        List<String> copied = new ArrayList<>();
        model.orders().text(copied::add);
        assertEquals(List.of("{\"text\":\"早上好\"}"), copied);
    }

    @Test
    void fragmentsShowTheirMessage() {
        byte[] payload = DeflatedCapture.deflate("compressed in fragments");
        capture.frame(RSV1 | 1, Arrays.copyOf(payload, 5));
        capture.frame(0x80, Arrays.copyOfRange(payload, 5, payload.length));
        capture.frame(1, bytes("plain "));
        capture.frame(0x80, bytes("in fragments"));
        capture.awaitMessages(2);
        assertEquals("compressed in fragments", text(show(1).body()));
        assertEquals("plain in fragments", text(show(2).body()));
        assertEquals("plain in fragments", text(show(3).body()));
    }

    @Test
    void anInflatedMessageIsSavedInflated() throws IOException {
        byte[] bytes = new byte[200_000];
        Arrays.fill(bytes, (byte) 7);
        capture.frame(0x82 | RSV1, DeflatedCapture.deflate(bytes));
        capture.awaitMessages(1);
        assertEquals(200_000 / 16, readable(show(0).body()).lines().size());
        Path file = temporary.resolve("payload.bin");
        model.orders().save(file);
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void aBrokenMessageIsShownAsItIsOnTheWire() {
        capture.frame(0x81 | RSV1, new byte[] {-1, -1, -1});
        capture.awaitMessages(1);
        MessageBody.Compressed body = assertInstanceOf(MessageBody.Compressed.class, show(0).body());
        assertEquals(1, body.lines().size());
    }

    @Test
    void theDetailIsReadAgainWhenItsMessageHasBecomeKnown() {
        capture.frame(1, bytes("a"));
        assertEquals("a", text(show(0).body()));
        capture.frame(0x80, bytes("b"));
        capture.awaitMessages(1);
        model.refresh();
        assertEquals("ab", text(model.detailProperty().get().orElseThrow().body()));
    }

    private FrameDetail show(long number) {
        model.show(number);
        return model.detailProperty().get().orElseThrow();
    }

    private static MessageBody.Readable readable(MessageBody body) {
        return assertInstanceOf(MessageBody.Readable.class, body);
    }

    private static String text(MessageBody body) {
        return readable(body).lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
