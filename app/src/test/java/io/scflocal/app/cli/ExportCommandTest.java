package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.settings.UserDirectories;
import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.Captures;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.time.Ticker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path user;

    private Captures captures;
    private String before;

    @BeforeEach
    void useAnotherDirectory() {
        before = System.setProperty(UserDirectories.OVERRIDE, user.toString());
        captures = new Captures(UserDirectories.ofSystem().captures());
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(UserDirectories.OVERRIDE);
        } else {
            System.setProperty(UserDirectories.OVERRIDE, before);
        }
    }

    @Test
    void exportsTheLastCaptureToStandardOutput() throws Exception {
        capture("first");
        capture("second");
        assertEquals(0, execute("export", "last", "--format", "jsonl"), err());
        assertTrue(out().contains("second") && !out().contains("first"), out());
        assertEquals("", err());
    }

    @Test
    void findsACaptureByItsIdAndByItsDirectory() throws Exception {
        capture("first");
        capture("second");
        Captures.Entry first = captures.list().get(0);
        for (String name : List.of(first.id(), first.directory().toString())) {
            out.reset();
            assertEquals(0, execute("export", name, "--format=csv", "-o", "-"), err());
            assertTrue(out().contains(",\"first\""), out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"har", "jsonl", "csv", "pcapng"})
    void writesAFile(String format) throws Exception {
        capture("first");
        Path file = user.resolve("file");
        assertEquals(0, execute("export", "last", "--format", format, "-o", file.toString(), "--with-secrets"));
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains("first"));
        assertEquals(file + " is written, from a capture of 1 frame.\n", err());
        assertEquals("", out());
    }

    @Test
    void exportsWhatTheFilterMatches() throws Exception {
        capture("first", "second", "third");
        assertEquals(0, execute("export", "last", "--format", "csv", "--filter", "text contains \"ir\""), err());
        assertEquals(3, out().lines().count(), out());
        assertFalse(out().contains("second"), out());
    }

    @ParameterizedTest
    @CsvSource({
        "'export none --format har', There is no capture \"none\"",
        "'export last --format har', There are no captures in",
        "'export', Which capture?",
        "'export last', In which format?",
        "'export last --format xml', 'not \"xml\"'",
        "'export last --format har -o', needs a value",
        "'export last other --format har', one argument too many",
        "'captures other', one argument too many",
        "'export . --format har', The capture can't be read: There is no capture in",
        "'export last --format csv --filter len>', Column",
    })
    void refusesWithOneSentence(String arguments, String why) throws Exception {
        assertEquals(2, execute(arguments.split(" ")));
        assertTrue(err().contains(why), err());
        assertEquals(1, err().lines().count(), err());
        assertEquals("", out());
    }

    @Test
    void saysWhyAFileCanNotBeWritten() throws Exception {
        capture("first");
        assertEquals(1, execute("export", "last", "--format", "har", "-o", user.toString()));
        assertTrue(err().startsWith("scf-local: The export is not complete: "), err());
    }

    @Test
    void namesTheFileThatWasChosenAndCanNotBeWritten() throws Exception {
        capture("first");
        Path file = Files.createFile(user.resolve("plain")).resolve("out.har");
        assertEquals(1, execute("export", "last", "--format", "har", "-o", file.toString()));
        assertTrue(err().contains(file.toString()) && !err().contains(".part"), err());
    }

    @Test
    void listsCapturesTheNewestLast() throws Exception {
        capture("first");
        capture("second", "third");
        assertEquals(0, execute("captures", "--json"));
        List<String> lines = out().lines().toList();
        assertEquals(2, lines.size());
        JsonNode last = JsonMapper.shared().readTree(lines.get(1));
        assertEquals(captures.list().get(1).id(), last.get("id").asString());
        assertEquals(2, last.get("frames").asInt());
        assertEquals("/folder", last.get("folder").asString());
        assertTrue(last.get("bytes").asLong() > 0 && last.has("time"));
        out.reset();
        assertEquals(0, execute("captures"));
        assertTrue(out().lines().toList().get(1).contains("  2 frames  "), out());
    }

    @Test
    void whatWasExportedIsImportedAsACaptureAndCounted() throws Exception {
        capture("{\"type\":\"chat\"}", "{\"type\":\"join\"}", "{\"type\":\"chat\"}");
        Path file = user.resolve("exported.jsonl");
        assertEquals(0, execute("export", "last", "--format", "jsonl", "-o", file.toString()), err());
        out.reset();
        assertEquals(0, execute("import", file.toString()), err());
        assertTrue(err().contains("is a capture of 3 frames now"), err());
        String id = out().strip();
        assertEquals(2, captures.list().size());
        out.reset();
        assertEquals(0, execute("stats", id, "--path", "type", "--filter", "dir == f2c", "--json"), err());
        JsonNode statistics = JsonMapper.shared().readTree(out());
        assertEquals(3, statistics.get("frames").asInt());
        assertEquals(15, statistics.get("f2c").get("median").asInt());
        assertEquals("\"chat\"", statistics.get("values").get(0).get("value").asString());
        out.reset();
        assertEquals(0, execute("stats", id), err());
        assertTrue(out().contains("function → client: 3 frames"), out());
    }

    @Test
    void whatIsNoCaptureIsNotImported() throws Exception {
        Path file = java.nio.file.Files.writeString(user.resolve("x.har"), "no archive");
        assertEquals(1, execute("import", file.toString()));
        assertTrue(err().contains("line 1: "), err());
        assertEquals(2, execute("import", user.resolve("missing").toString()));
        assertEquals(2, execute("import", file.toString(), "--format", "csv"));
        assertEquals(2, execute("import"));
        assertEquals(2, execute("stats", "last", "--path", "a b"));
        assertEquals(0, captures.list().size());
    }

    private void capture(String... texts) throws IOException {
        try (CaptureStore store = captures.create(Path.of("/folder"), CaptureLimits.DEFAULT, Ticker.system())) {
            FrameScanner scanner = new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT));
            for (String text : texts) {
                byte[] payload = text.getBytes(StandardCharsets.UTF_8);
                scanner.scan(ByteBuffer.allocate(2 + payload.length)
                        .put((byte) 0x81)
                        .put((byte) payload.length)
                        .put(payload)
                        .flip());
            }
        }
    }

    private int execute(String... arguments) throws InterruptedException {
        String[] english = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        english[arguments.length] = "--lang=en";
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false);
        return new CommandLineInterface((path, language) -> {}, () -> user, terminal).execute(english);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
