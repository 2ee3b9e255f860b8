package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.export.ExportFormat;
import io.scflocal.core.export.Redaction;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program in a process of its own, with signals, exit status and both output streams. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts shell scripts and sends signals")
class HeadlessProcessTest {
    /** Its bit in the masks of signals, the second one. */
    private static final long SIGINT = 2;

    private static final String SAMPLE = "../samples/ws_java";

    @TempDir
    Path folder;

    @TempDir
    Path user;

    @RegisterExtension
    final ProgramProcess running = new ProgramProcess();

    private Process program;
    private BufferedReader out;

    @Test
    void tellsOneConnectionInOrderAndStopsOnSigterm() throws Exception {
        run(SAMPLE, "--json", "--frames");
        JsonNode ready = await("ready");
        WebSocket client = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(ready.get("ws").asString()), new WebSocket.Listener() {})
                .join();
        client.sendText("hello", true).join();
        assertEquals("/release/", await("opened").get("path").asString());
        assertEquals("c2f", await("frame").get("direction").asString());
        assertEquals("hello", await("frame").get("text").asString());
        client.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        assertEquals("close", await("frame").get("opcode").asString());
        assertEquals("close", await("frame").get("opcode").asString());
        JsonNode closed = await("closed");
        assertEquals(200, closed.get("status").asInt());
        assertEquals(2, closed.get("framesUp").asInt());

        program.destroy();
        assertEquals(0, running.status());
        assertFalse(ProcessHandle.of(ready.get("pid").asLong())
                .map(ProcessHandle::isAlive)
                .orElse(false));
        assertTrue(exportedLast().contains("\"text\":\"hello\""));
    }

    @Test
    void stopsOnCtrlC() throws Exception {
        assumeFalse(
                isInterruptIgnored(),
                "SIGINT is ignored here, as in what a shell runs in the background, and Java then ignores it too");
        run(SAMPLE, "--json");
        await("ready");
        assertEquals(
                0,
                new ProcessBuilder("kill", "-INT", Long.toString(program.pid()))
                        .start()
                        .waitFor());
        assertEquals(0, running.status());
    }

    @Test
    void stopsWhenNobodyReadsItsOutput() throws Exception {
        run(SAMPLE, "--json");
        JsonNode ready = await("ready");
        out.close();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(ready.get("ws").asString()), new WebSocket.Listener() {})
                .handle((socket, error) -> socket)
                .join();
        assertEquals(0, running.status());
    }

    @Test
    void saysWhyTheFunctionDidNotStart() throws Exception {
        startFile("#!/bin/bash\necho last words\nexit 7\n");
        run(folder.toString(), "--json");
        JsonNode failed = await("failed");
        assertEquals(405, failed.get("status").asInt());
        assertEquals("last words", failed.get("output").get(0).asString());
        assertEquals(3, running.status());
    }

    @Test
    void aSignalAfterTheFailureDoesNotHideIt() throws Exception {
        startFile("#!/bin/bash\nexit 7\n");
        run(folder.toString(), "--json");
        await("failed");
        program.destroy();
        assertEquals(3, running.status());
    }

    @Test
    void stopsWhileTheFunctionIsStillStarting() throws Exception {
        startFile("#!/bin/bash\necho begun\nexec sleep 60\n");
        run(folder.toString(), "--json");
        await("log");
        program.destroy();
        assertEquals(0, running.status());
    }

    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).strip())
                    .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & SIGINT) != 0);
        }
    }

    private String exportedLast() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out), new PrintStream(out), false);
        ExportOptions options =
                new ExportOptions("last", ExportFormat.JSONL, Optional.empty(), Redaction.SECRETS, Optional.empty());
        Path captures = user.resolve("data").resolve("captures");
        assertEquals(0, new ExportCommand(options, captures, terminal, Messages.in(Language.ENGLISH)).execute());
        return out.toString(StandardCharsets.UTF_8);
    }

    private void startFile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("scf_bootstrap"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void run(String folder, String... options) throws IOException {
        program = running.start(
                user,
                Stream.concat(Stream.of("run", folder, "--port", "0"), Stream.of(options))
                        .toArray(String[]::new));
        out = program.inputReader(StandardCharsets.UTF_8);
    }

    /** The next event of that name; every line on the way must be an event too. */
    private JsonNode await(String event) throws IOException {
        List<String> seen = new ArrayList<>();
        String line;
        while ((line = out.readLine()) != null) {
            seen.add(line);
            JsonNode node = JsonMapper.shared().readTree(line);
            if (node.get("event").asString().equals(event)) {
                return node;
            }
        }
        throw new AssertionError(Stream.concat(Stream.of("no event " + event + " after"), seen.stream())
                .toList());
    }
}
