package io.scflocal.app.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.payload.CloseStatus;
import io.scflocal.app.payload.ContentType;
import io.scflocal.app.testkit.Connections;
import io.scflocal.app.testkit.DemoFrames;
import io.scflocal.app.testkit.FakeCapture;
import io.scflocal.app.testkit.Sample;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.frame.Direction;
import java.io.IOException;
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

    private static String text(MessageBody body) {
        return body.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    @Test
    void bodiesAreToldApart() {
        assertInstanceOf(MessageBody.Json.class, body(Sample.text(0, 1, UP, "{\"a\":1}")));
        assertEquals("a\nb", text(assertInstanceOf(MessageBody.Text.class, body(Sample.text(0, 1, UP, "a\r\nb\n")))));
        assertInstanceOf(MessageBody.Empty.class, body(Sample.text(0, 1, UP, "")));
        MessageBody.Binary binary = assertInstanceOf(
                MessageBody.Binary.class, body(Sample.of(0, 1, UP, 0x82, DemoFrames.bytes(0x89, 'P', 'N', 'G', 13))));
        assertEquals(Optional.of(ContentType.PNG), binary.type());
        assertInstanceOf(MessageBody.Compressed.class, body(Sample.of(0, 1, UP, 0xC1, DemoFrames.bytes(1, 2))));
        MessageBody.Close close = assertInstanceOf(
                MessageBody.Close.class, body(Sample.of(0, 1, UP, 0x88, DemoFrames.bytes(3, 0xE8, 'x'))));
        assertEquals(new CloseStatus(1000, "x"), close.status());
        assertInstanceOf(MessageBody.Text.class, body(Sample.of(0, 1, UP, 0x89, DemoFrames.bytes('h', 'i'))));
    }

    @Test
    void aMessageOfSixteenMegabytesOnOneLineOpensAtOnceAndNothingIsLost() {
        String line = "0123456789早".repeat((16 << 20) / 13);
        Sample sample = Sample.text(0, 1, DOWN, line);
        MessageBody body = Assertions.assertTimeout(Duration.ofSeconds(1), () -> body(sample));
        assertInstanceOf(MessageBody.LargeText.class, body);
        assertTrue(body.lines().size() > 50_000);
        String beginning = body.lines().stream().limit(1_000).map(Line::text).collect(Collectors.joining());
        assertTrue(line.startsWith(beginning));
        assertTrue(beginning.length() > 200_000);
        assertTrue(body.lines().stream()
                .allMatch(l -> l.text().length() <= Line.MAX_CHARS && !l.text().contains("\uFFFD")));
    }

    @Test
    void rawLinesOfHostileBytesKeepTheirPlaces() {
        byte[] bytes = new byte[(1 << 20) + 3];
        Arrays.fill(bytes, (byte) 0x80);
        MessageBody body = body(Sample.of(0, 1, DOWN, 0x81, bytes));
        assertEquals(4_097, body.lines().size());
        body.lines().forEach(line -> assertTrue(line.text().length() <= Line.MAX_CHARS));
    }

    @Test
    void hexTellsHeaderMaskKeyAndPayloadApart() {
        Sample sample = Sample.text(0, 1, UP, "Hello, function!");
        FakeCapture capture = FakeCapture.of(sample);
        HexLines unmasked = new HexLines(capture, sample.frame(), HexLines.Part.UNMASKED);
        assertEquals(2, unmasked.size());
        assertEquals(
                "00000000  81 90 37 fa 21 3d 48 65 6c 6c 6f 2c 20 66 75 6e  ..7.!=Hello, fun",
                unmasked.get(0).text());
        assertEquals(
                List.of(Run.Kind.OFFSET, Run.Kind.HEADER, Run.Kind.MASK_KEY, Run.Kind.PLAIN, Run.Kind.ASCII),
                unmasked.get(0).runs().stream().map(Run::kind).toList());
        assertEquals(
                "00000010  63 74 69 6f 6e 21 " + "   ".repeat(10) + " ction!",
                unmasked.get(1).text());
        HexLines wire = new HexLines(capture, sample.frame(), HexLines.Part.WIRE);
        assertTrue(wire.get(0).text().startsWith("00000000  81 90 37 fa 21 3d 7f 9f 4d 51"));
        assertEquals(1, new HexLines(capture, sample.frame(), HexLines.Part.PAYLOAD).size());
    }

    @Test
    void hexOfAFrameThatIsStillArrivingEndsWhereTheCaptureEnds() {
        Sample arriving = Sample.text(0, 1, UP, "Hello").arriving(2);
        HexLines lines = new HexLines(FakeCapture.of(arriving), arriving.frame(), HexLines.Part.UNMASKED);
        assertTrue(lines.get(0).text().endsWith(" ..7.!=He"));
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
        model.text(copied::add);
        model.hex(copied::add);
        assertEquals(List.of("{\"a\":\n1}", "7b 22 61 22 3a 0a 31 7d"), copied);
    }

    @Test
    void aCopyThatIsCutSaysSo() {
        show(Sample.of(0, 1, UP, 0x82, new byte[(1 << 20) + 1]));
        model.hex(hex -> assertEquals(3 * (1 << 20) - 1, hex.length()));
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
        model.save(file);
        Assertions.assertArrayEquals(payload, Files.readAllBytes(file));
        assertEquals(
                "detail.notice.saved",
                model.noticeProperty().get().orElseThrow().key());
    }

    @Test
    void aFileThatCanNotBeWrittenIsSaid(@TempDir Path folder) {
        show(Sample.text(0, 1, UP, "x"));
        model.save(folder.resolve("missing").resolve("file"));
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

    @Test
    void everyBitIsExplained() {
        List<FrameFact> facts = FrameFacts.of(
                Messages.in(Language.ENGLISH),
                Sample.of(0, 1, UP, 0xC1, new byte[300]).frame());
        assertEquals(
                "0 FIN 1|1 RSV1 1|2 RSV2 0|3 RSV3 0|4–7 opcode 0x1|8 MASK 1|9–15 Payload len 126"
                        + "|16–31 Extended payload length 300|32–63 Masking-key 0x37fa213d|64– Payload data 300",
                facts.stream()
                        .map(fact -> fact.bits() + " " + fact.name() + " " + fact.value())
                        .collect(Collectors.joining("|")));
        assertTrue(facts.stream().noneMatch(FrameFact::violation));
    }

    @Test
    void whatRfc6455ForbidsIsMarked() {
        List<String> violations = new ArrayList<>();
        for (Language language : Language.values()) {
            FrameFacts.of(
                            Messages.in(language),
                            Sample.of(0, 1, DOWN, 0x3B, new byte[200]).frame())
                    .stream()
                    .filter(FrameFact::violation)
                    .map(FrameFact::name)
                    .forEach(violations::add);
        }
        List<String> expected = List.of("FIN", "RSV2", "RSV3", "opcode", "Payload len");
        assertEquals(expected, violations.subList(0, 5));
        assertEquals(expected, violations.subList(5, 10));
    }
}
