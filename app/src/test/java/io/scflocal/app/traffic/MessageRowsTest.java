package io.scflocal.app.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.testkit.DeflatedCapture;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the list shows of messages that their frames don't show by themselves, from a real capture. */
@Timeout(30)
class MessageRowsTest {
    private static final int RSV1 = 0x40;

    @TempDir
    Path temporary;

    private DeflatedCapture capture;

    @BeforeEach
    void create() throws IOException {
        capture = new DeflatedCapture(temporary.resolve("capture"));
    }

    @AfterEach
    void close() {
        capture.close();
    }

    @Test
    void aCompressedTextIsShownInflated() {
        capture.frame(0x81 | RSV1, DeflatedCapture.deflate("{\"text\":\"早上好\"}"));
        capture.awaitMessages(1);
        assertEquals("{\"text\":\"早上好\"}", preview(0));
    }

    @Test
    void theFirstFragmentShowsTheInflatedMessageAndTheOthersWhatTheyAre() {
        byte[] payload = DeflatedCapture.deflate("compressed in fragments");
        capture.frame(RSV1 | 1, Arrays.copyOf(payload, 5));
        capture.frame(0x80, Arrays.copyOfRange(payload, 5, payload.length));
        capture.frame(1, "plain ".getBytes(StandardCharsets.UTF_8));
        capture.frame(0x80, "in fragments".getBytes(StandardCharsets.UTF_8));
        capture.awaitMessages(2);
        assertEquals("compressed in fragments", preview(0));
        assertEquals("compressed, " + (payload.length - 5) + " bytes", preview(1));
        assertEquals("in fragments", preview(3));
    }

    @Test
    void aMessageThatCanNotBeInflatedSaysThatItIsCompressed() {
        capture.frame(0x81 | RSV1, new byte[] {-1, -1, -1});
        capture.awaitMessages(1);
        assertEquals("compressed, 3 bytes", preview(0));
    }

    private String preview(long number) {
        RowFormat format = new RowFormat(
                Messages.in(Language.ENGLISH),
                new FrameTimes(
                        TimeMode.CLOCK, ZoneOffset.UTC, TrafficViewModel.NO_FRAME, connection -> OptionalLong.empty()));
        long count = capture.store().count();
        return format.row(capture.store(), new Rows(new AllFrames(count), 0, count), number)
                .payload();
    }
}
