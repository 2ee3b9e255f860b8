package io.scflocal.app.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.decode.Decoding;
import io.scflocal.app.decode.Fault;
import io.scflocal.app.decode.Format;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.Run;
import io.scflocal.app.payload.ByteSource;
import io.scflocal.app.payload.CloseStatus;
import io.scflocal.app.payload.Content;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.DemoFrames;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Sample;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailTest {
    private static final Direction UP = Direction.CLIENT_TO_FUNCTION;
    private static final Direction DOWN = Direction.FUNCTION_TO_CLIENT;

    private final DetailViewModel model = new DetailViewModel(new Threads(Runnable::run, Runnable::run));

    private void show(Sample sample) {
        model.source(FakeCapture.of(sample), Connections.none());
        model.show(0);
    }

    private MessageBody body(Sample sample) {
        show(sample);
        return model.detailProperty().get().orElseThrow().body();
    }

    private static MessageBody.Readable readable(MessageBody body) {
        return assertInstanceOf(MessageBody.Readable.class, body);
    }

    private List<Format> formats(int firstByte, byte[] payload) {
        return readable(body(Sample.of(0, 1, UP, firstByte, payload)))
                .decoding()
                .formats();
    }

    private static String text(MessageBody body) {
        return readable(body).lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    @Test
    void bodiesAreToldApart() {
        assertEquals(List.of(Format.JSON), formats(0x81, DemoFrames.bytes('{', '}')));
        assertEquals("a\nb", text(body(Sample.text(0, 1, UP, "a\r\nb\n"))));
        assertInstanceOf(MessageBody.Empty.class, body(Sample.text(0, 1, UP, "")));
        assertEquals(List.of(Format.HEX), formats(0x82, DemoFrames.bytes(0xC1, 0xFF, 0)));
        assertInstanceOf(MessageBody.Compressed.class, body(Sample.of(0, 1, UP, 0xC1, DemoFrames.bytes(1, 2))));
        MessageBody.Close close = assertInstanceOf(
                MessageBody.Close.class, body(Sample.of(0, 1, UP, 0x88, DemoFrames.bytes(3, 0xE8, 'x'))));
        assertEquals(new CloseStatus(1000, "x"), close.status());
        assertEquals(List.of(Format.TEXT), formats(0x89, DemoFrames.bytes('h', 'i')));
    }

    @Test
    void theChosenFormatIsKeptForItsConnectionAndAFailureSaysWhere() {
        show(Sample.text(0, 1, UP, "[1, x]"));
        assertEquals(List.of(Format.TEXT), readable(shown()).decoding().formats());
        model.choose(Optional.of(Format.JSON));
        MessageBody.Readable failed = readable(shown());
        assertEquals(
                Optional.of(new Decoding.Failure(Format.JSON, Fault.UNEXPECTED, 4)),
                failed.decoding().failure());
        assertEquals("00000000  5b 31 2c 20 78 5d " + "   ".repeat(10) + " [1, x]", text(failed));
        model.choose(Optional.empty());
        assertEquals(List.of(Format.TEXT), readable(shown()).decoding().formats());
    }

    @Test
    void theEndOfTheConnectionIsKnownWhileItsFrameIsLookedAt() {
        Connections connections = new Connections(Ticker.system());
        Invocation invocation = connections.open("/release/chat");
        model.source(FakeCapture.of(Sample.text(0, 1, UP, "x")), connections.invocations());
        model.show(0);
        model.refresh();
        assertTrue(model.detailProperty().get().orElseThrow().open());
        connections.close(invocation, 1000, "bye");
        model.refresh();
        assertFalse(model.detailProperty().get().orElseThrow().open());
    }

    private MessageBody shown() {
        return model.detailProperty().get().orElseThrow().body();
    }

    @Test
    void aLargeMessageIsShownAsItIsUntilItIsLaidOutAndNothingIsLost() {
        List<Runnable> background = new ArrayList<>();
        DetailViewModel slow = new DetailViewModel(new Threads(background::add, Runnable::run));
        String line = "0123456789早".repeat((16 << 20) / 13);
        slow.source(FakeCapture.of(Sample.text(0, 1, DOWN, "{\"a\":\"" + line + "\"}")), Connections.none());
        slow.show(0);
        Assertions.assertTimeout(
                Duration.ofSeconds(1), () -> background.remove(0).run());
        MessageBody.Raw raw = assertInstanceOf(
                MessageBody.Raw.class, slow.detailProperty().get().orElseThrow().body());
        assertTrue(raw.decoding());
        assertTrue(raw.lines().size() > 50_000);
        String beginning = raw.lines().stream().limit(1_000).map(Line::text).collect(Collectors.joining());
        assertTrue(("{\"a\":\"" + line).startsWith(beginning));
        background.remove(0).run();
        MessageBody.Readable laidOut =
                readable(slow.detailProperty().get().orElseThrow().body());
        assertEquals(2, laidOut.tree().orElseThrow().size());
        String all = laidOut.lines().stream().map(Line::text).collect(Collectors.joining());
        assertTrue(all.contains(line));
    }

    @Test
    void nobodyIsShownWhatWasDecodedForAFrameThatIsNoLongerSelected() {
        List<Runnable> background = new ArrayList<>();
        DetailViewModel slow = new DetailViewModel(new Threads(background::add, Runnable::run));
        Sample large = Sample.text(0, 1, DOWN, "[" + "1,".repeat(500_000) + "1]");
        slow.source(FakeCapture.of(large, Sample.text(1, 1, DOWN, "x")), Connections.none());
        slow.show(0);
        background.remove(0).run();
        slow.show(1);
        background.remove(0).run();
        assertEquals(0, slow.detailProperty().get().orElseThrow().frame().number());
        assertInstanceOf(
                MessageBody.Raw.class, slow.detailProperty().get().orElseThrow().body());
        background.remove(0).run();
        assertEquals("x", text(slow.detailProperty().get().orElseThrow().body()));
        assertTrue(slow.noticeProperty().get().isEmpty());
    }

    /** A frame of a hundred megabytes that are made when they are read. */
    private static final class HugeCapture implements CaptureReader {
        private static final int LENGTH = 100 << 20;
        private long read;

        @Override
        public long count() {
            return 1;
        }

        @Override
        public long bytes() {
            return LENGTH;
        }

        @Override
        public FrameRecord frame(long number) {
            return new FrameRecord(0, 0, 1, DOWN, new FrameHeader(0x82, false, 0, LENGTH, 10), LENGTH, true);
        }

        @Override
        public int payload(long number, long offset, ByteBuffer target) {
            int length = (int) Math.max(0, Math.min(target.remaining(), LENGTH - offset));
            read += length;
            target.put(new byte[length]);
            return length;
        }

        @Override
        public int wire(long number, long offset, ByteBuffer target) {
            return payload(number, offset, target);
        }
    }

    @Test
    void ofAHundredMegabytesOnlyWhatIsShownIsRead() {
        HugeCapture capture = new HugeCapture();
        model.source(capture, Connections.none());
        model.show(0);
        MessageBody.Raw raw = assertInstanceOf(MessageBody.Raw.class, shown());
        assertFalse(raw.decoding());
        assertEquals(HugeCapture.LENGTH / 16, raw.lines().size());
        assertTrue(raw.lines().get(raw.lines().size() - 1).text().startsWith("063ffff0  00 00"));
        assertTrue(capture.read < 10_000, () -> capture.read + " bytes were read");
    }

    @Test
    void rawLinesOfHostileBytesKeepTheirPlaces() {
        byte[] bytes = new byte[(1 << 20) + 3];
        Arrays.fill(bytes, (byte) 0x80);
        RawLines lines = new RawLines(ByteSource.of(bytes));
        assertEquals(4_097, lines.size());
        lines.forEach(line -> assertTrue(line.text().length() <= Line.MAX_CHARS));
    }

    private static HexLines hex(Sample sample, boolean unmasked) {
        FrameBytes bytes = new FrameBytes(FakeCapture.of(sample), sample.frame(), unmasked);
        return new HexLines(bytes, HeaderPart.of(sample.frame().header()));
    }

    @Test
    void hexTellsHeaderMaskKeyAndPayloadApart() {
        Sample sample = Sample.text(0, 1, UP, "Hello, function!");
        HexLines unmasked = hex(sample, true);
        assertEquals(2, unmasked.size());
        assertEquals(
                "00000000  81 90 37 fa 21 3d 48 65 6c 6c 6f 2c 20 66 75 6e  ..7.!=Hello, fun",
                unmasked.get(0).text());
        assertEquals(
                "FIRST SECOND MASK_KEY PAYLOAD",
                unmasked.get(0).runs().stream()
                        .filter(run -> !run.part().isEmpty() && run.kind() != Run.Kind.ASCII)
                        .map(Run::part)
                        .collect(Collectors.joining(" ")));
        assertEquals(
                "00000010  63 74 69 6f 6e 21 " + "   ".repeat(10) + " ction!",
                unmasked.get(1).text());
        assertTrue(hex(sample, false).get(0).text().startsWith("00000000  81 90 37 fa 21 3d 7f 9f 4d 51"));
    }

    @Test
    void hexOfAFrameThatIsStillArrivingEndsWhereTheCaptureEnds() {
        Sample arriving = Sample.text(0, 1, UP, "Hello").arriving(2);
        assertTrue(hex(arriving, true).get(0).text().endsWith(" ..7.!=He"));
    }

    @Test
    void aFrameThatIsStillArrivingIsReadAgainWhenMoreHasCome() {
        Sample whole = Sample.text(0, 1, UP, "{\"a\":1}");
        List<Sample> frames = new ArrayList<>(List.of(whole.arriving(3)));
        FakeCapture capture = new FakeCapture(number -> frames.get((int) number), 1);
        model.source(capture, Connections.none());
        model.show(0);
        assertEquals(3, model.detailProperty().get().orElseThrow().frame().capturedLength());
        frames.set(0, whole);
        model.refresh();
        assertEquals(7, model.detailProperty().get().orElseThrow().frame().capturedLength());
    }

    @Test
    void theMessageIsCopiedAsItCame() {
        show(Sample.text(0, 1, UP, "{\"a\":\n1}"));
        List<String> copied = new ArrayList<>();
        model.orders().text(copied::add);
        model.orders().hex(copied::add);
        assertEquals(List.of("{\"a\":\n1}", "7b 22 61 22 3a 0a 31 7d"), copied);
    }

    @Test
    void aCopyThatIsCutSaysSo() {
        show(Sample.of(0, 1, UP, 0x82, new byte[(1 << 20) + 1]));
        model.orders().hex(hex -> assertEquals(3 * (1 << 20) - 1, hex.length()));
        assertEquals(
                Optional.of(new DetailViewModel.Notice("detail.notice.copiedPart", "1,048,576")),
                model.noticeProperty().get());
    }

    @Test
    void aFrameThatCanNotBeReadIsSaidAndTheOneBeforeIsNotShownInItsPlace() {
        show(Sample.text(0, 1, UP, "x"));
        model.show(7);
        assertTrue(model.detailProperty().get().isEmpty());
        assertEquals(
                "detail.notice.unreadable",
                model.noticeProperty().get().orElseThrow().key());
    }

    @Test
    void thePayloadIsSavedWithoutItsMask(@TempDir Path folder) throws IOException {
        byte[] payload = "早".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        show(Sample.of(0, 1, UP, 0x82, payload));
        Path file = folder.resolve("payload.bin");
        model.orders().save(file);
        Assertions.assertArrayEquals(payload, Files.readAllBytes(file));
        assertEquals(
                "detail.notice.saved",
                model.noticeProperty().get().orElseThrow().key());
    }

    @Test
    void aFileThatCanNotBeWrittenIsSaid(@TempDir Path folder) {
        show(Sample.text(0, 1, UP, "x"));
        model.orders().save(folder.resolve("missing").resolve("file"));
        assertEquals(
                "detail.notice.notSaved",
                model.noticeProperty().get().orElseThrow().key());
    }

    @Test
    void onlyTheFrameThatWasAskedForLastIsShown() {
        List<Runnable> background = new ArrayList<>();
        DetailViewModel slow = new DetailViewModel(new Threads(background::add, Runnable::run));
        slow.source(new FakeCapture(DemoFrames::frame, 10), Connections.none());
        slow.show(1);
        slow.show(2);
        background.get(1).run();
        background.get(0).run();
        assertEquals(2, slow.detailProperty().get().orElseThrow().frame().number());
    }

    private static List<FrameFact> facts(Language language, Sample sample, boolean deflate) {
        Content content = Content.of(FakeCapture.of(sample), sample.frame());
        return FrameFacts.of(Messages.in(language), content, deflate);
    }

    @Test
    void everyBitIsExplained() {
        List<FrameFact> facts = facts(Language.ENGLISH, Sample.of(0, 1, UP, 0xC1, new byte[300]), true);
        assertEquals(
                "0 FIN 1|1 RSV1 1|2 RSV2 0|3 RSV3 0|4–7 opcode 0x1|8 MASK 1|9–15 Payload len 126"
                        + "|16–31 Extended payload length 300|32–63 Masking-key 0x37fa213d|64–2463 Payload data 300",
                facts.stream()
                        .map(fact -> fact.range() + " " + fact.name() + " " + fact.value())
                        .collect(Collectors.joining("|")));
        assertTrue(facts.stream().noneMatch(FrameFact::violation));
    }

    private static String violations(Sample sample, boolean deflate) {
        List<String> named = new ArrayList<>();
        for (Language language : Language.values()) {
            named.add(facts(language, sample, deflate).stream()
                    .filter(FrameFact::violation)
                    .map(FrameFact::name)
                    .collect(Collectors.joining(" ")));
        }
        assertEquals(named.get(0), named.get(1));
        return named.get(0);
    }

    @Test
    void whatRfc6455ForbidsIsMarked() {
        assertEquals("FIN RSV2 RSV3 opcode Payload len", violations(Sample.of(0, 1, DOWN, 0x3B, new byte[200]), true));
        assertEquals("RSV1", violations(Sample.of(0, 1, DOWN, 0xC1, new byte[2]), false));
        assertEquals("RSV1", violations(Sample.of(0, 1, DOWN, 0xC0, new byte[2]), true));
        assertEquals("RSV1", violations(Sample.of(0, 1, DOWN, 0xC9, new byte[2]), true));
        assertEquals("Payload data", violations(Sample.of(0, 1, DOWN, 0x88, new byte[1]), true));
        assertEquals("Payload data", violations(Sample.of(0, 1, DOWN, 0x88, DemoFrames.bytes(3, 0xEE)), true));
        assertEquals("Payload data", violations(Sample.of(0, 1, DOWN, 0x88, DemoFrames.bytes(3, 0xE8, 0xFF)), true));
        assertEquals("", violations(Sample.of(0, 1, DOWN, 0x88, DemoFrames.bytes(3, 0xE8)), true));
    }
}
