package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarTest {
    @TempDir
    Path temporary;

    @Test
    void hasEveryFieldThatDeveloperToolsInsistOn() throws Exception {
        Fields log = archive(new HarWriter(Redaction.SECRETS, false)).object("log");
        assertEquals("1.2", log.text("version"));
        List<Fields> entries = list(log, "entries");
        assertEquals(3, entries.size());
        for (Fields entry : entries) {
            assertTrue(entry.time("startedDateTime") >= SampleCapture.START);
            assertTrue(entry.has("time"));
            assertTrue(entry.object("request").has("headersSize")
                    && entry.object("request").has("bodySize"));
            assertTrue(entry.object("response").has("headersSize")
                    && entry.object("response").has("bodySize"));
            assertTrue(entry.object("response").has("status"));
            assertTrue(entry.object("response").object("content").has("size"));
            for (String timing : List.of("send", "wait", "receive")) {
                assertTrue(entry.object("timings").has(timing));
            }
        }
        assertEquals("websocket", entries.get(0).text("_resourceType"));
        assertFalse(entries.get(1).has("_webSocketMessages"), "a refused handshake has no messages");
        assertEquals(
                "ws://127.0.0.1:9000/release/chat?room=早&access_token=redacted",
                entries.get(0).object("request").text("url"));
        assertEquals(1000, entries.get(0).object("_webSocketClose").integer("code", 0, 9999));
    }

    @Test
    void messagesAreJoinedInflatedAndSortedByTime() throws Exception {
        Fields log = archive(new HarWriter(Redaction.SECRETS, false)).object("log");
        List<Fields> messages = list(list(log, "entries").get(0), "_webSocketMessages");
        assertEquals(
                List.of(
                        "{\"hello\":1}",
                        "compressed with a context 早",
                        "=1+1, \"fragmented\"",
                        "compressed with a context 早 again",
                        "AAEC/w==",
                        "Aw=="),
                messages.stream().map(message -> message.text("data")).toList());
        assertEquals(
                List.of("send", "receive", "send", "receive", "send", "receive"),
                messages.stream().map(message -> message.text("type")).toList());
        assertEquals(
                List.of(1, 1, 1, 1, 2, 2),
                messages.stream()
                        .map(message -> message.integer("opcode", 0, 15))
                        .toList());
        BigDecimal before = BigDecimal.ZERO;
        for (Fields message : messages) {
            assertEquals(6, message.decimal("time").scale());
            assertTrue(message.decimal("time").compareTo(before) > 0);
            before = message.decimal("time");
        }
    }

    @Test
    void controlFramesAreWrittenWhenTheyAreWanted() throws Exception {
        Fields log = archive(new HarWriter(Redaction.SECRETS, true)).object("log");
        List<Fields> messages = list(list(log, "entries").get(0), "_webSocketMessages");
        assertEquals(
                List.of(1, 1, 1, 9, 1, 2, 2, 8, 8),
                messages.stream()
                        .map(message -> message.integer("opcode", 0, 15))
                        .toList());
        assertEquals("bye 早", messages.get(7).text("data"));
    }

    @Test
    void itsMessagesAreTheSameAfterImport() throws Exception {
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("a"))) {
            byte[] har = SampleCapture.export(new HarWriter(Redaction.SECRETS, true), capture, FrameSelection.ALL);
            try (StoredCapture imported = imported(har)) {
                assertEquals(FRAMES_AS_MESSAGES, imported.count());
                assertEquals("=1+1, \"fragmented\"", payload(imported, 2));
                assertEquals("compressed with a context 早 again", payload(imported, 4));
                assertEquals(SampleCapture.LONG_TEXT, payload(imported, 9));
                assertEquals(3, imported.session().connectionCount());
                assertEquals(
                        403,
                        imported.session()
                                .connection(2)
                                .orElseThrow()
                                .handshake()
                                .responseStatus());
                assertEquals(
                        "client-closed",
                        imported.session()
                                .connection(1)
                                .orElseThrow()
                                .end()
                                .orElseThrow()
                                .cause());
                byte[] again =
                        SampleCapture.export(new HarWriter(Redaction.SECRETS, true), imported, FrameSelection.ALL);
                assertEquals(messagesOf(har), messagesOf(again));
            }
        }
    }

    @Test
    void importsWhatOtherProgramsWrite() throws Exception {
        String har =
                """
                {"log":{"version":"1.2","creator":{},"entries":[
                 {"startedDateTime":"2026-11-22T12:03:11.042+08:00","_webSocketMessages":[
                   {"type":"send","time":1795320191045.25,"opcode":1,"data":"milliseconds"},
                   {"type":"receive","time":1795320191.0473,"opcode":2,"data":"no base64!"},
                   {"type":"error","time":1795320191.1,"data":"lost"},
                   {"type":"receive","time":1795320191.2,"data":"no opcode"}],
                  "request":{"url":"wss://example.com/chat?a=b","headers":[{"name":"Host","value":"example.com"}]},
                  "response":{"status":101,"content":{"text":[1,{"a":null}]}}},
                 {"startedDateTime":"2026-11-22T12:03:11Z","request":{"url":"https://example.com/"},"response":{}},
                 {"startedDateTime":"2026-11-22T12:03:12Z","request":{"url":"ws://example.com"},"response":{}}
                ]}}""";
        try (StoredCapture imported = imported(SampleCapture.bytes(har))) {
            assertEquals(3, imported.count());
            FrameRecord first = imported.frame(0);
            assertEquals(1_795_320_191_045_250_000L, first.epochNanos());
            assertEquals(Direction.CLIENT_TO_FUNCTION, first.direction());
            assertEquals(Opcode.TEXT, first.header().opcode());
            assertEquals("no base64!", payload(imported, 1));
            assertEquals("no opcode", payload(imported, 2));
            assertEquals(2, imported.session().connectionCount());
            assertEquals(
                    "/chat?a=b",
                    imported.session().connection(1).orElseThrow().handshake().requestTarget());
            assertEquals(
                    "/",
                    imported.session().connection(2).orElseThrow().handshake().requestTarget());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"log\":17}",
                "{\"log\":{\"entries\":{}}}",
                "{\"log\":{\"entries\":[",
                "{\"log\":{\"entries\":[{\"_webSocketMessages\":[{\"type\":\"send\",\"time\":-1}]}]}}",
                "{\"log\":{\"entries\":[{\"_webSocketMessages\":[{\"type\":\"send\",\"time\":1e-999999999}]}]}}",
            })
    void refusesWhatIsNoArchive(String text) {
        IOException refused = assertThrows(IOException.class, () -> imported(SampleCapture.bytes(text)));
        assertTrue(refused.getMessage().startsWith("Line "), refused.getMessage());
    }

    private static final int FRAMES_AS_MESSAGES = SampleCapture.FRAMES - 1;

    private StoredCapture imported(byte[] har) throws IOException {
        Path directory = temporary.resolve("imported");
        HarReader.read(new ByteArrayInputStream(har), directory, new CaptureHeader("", 0, CaptureLimits.MOST_PAYLOAD));
        return StoredCapture.open(directory);
    }

    private static String payload(StoredCapture capture, long number) {
        return new String(Payload.of(capture, capture.frame(number)).bytes(), StandardCharsets.UTF_8);
    }

    private Fields archive(HarWriter writer) throws Exception {
        try (StoredCapture capture = SampleCapture.write(temporary.resolve("capture"))) {
            return parse(SampleCapture.export(writer, capture, FrameSelection.ALL));
        }
    }

    private static Fields parse(byte[] json) throws IOException {
        try (JsonInput input = new JsonInput(new ByteArrayInputStream(json))) {
            assertTrue(input.nextDocument());
            return input.object(Set.of());
        }
    }

    private static List<String> messagesOf(byte[] har) throws IOException {
        List<String> messages = new ArrayList<>();
        for (Fields entry : list(parse(har).object("log"), "entries")) {
            for (Fields message : list(entry, "_webSocketMessages")) {
                messages.add(message.text("type")
                        + message.decimal("time")
                        + message.decimal("opcode")
                        + message.text("data"));
            }
        }
        return messages;
    }

    private static List<Fields> list(Fields fields, String name) {
        return fields.values().get(name) instanceof List<?> list
                ? list.stream().map(Fields.class::cast).toList()
                : List.of();
    }
}
