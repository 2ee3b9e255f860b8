package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.app.cli.CommandLineInterface;
import io.scflocal.app.cli.Terminal;
import io.scflocal.core.Emulator;
import io.scflocal.core.instance.Separation;
import io.scflocal.core.junit.ScfFunction;
import io.scflocal.core.platform.FunctionStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code pack} makes of a sample, unpacked elsewhere with the permissions of the archive, starts in a sandbox and answers again. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no execute bits")
class PackedSamplesTest {
    private static final int EXECUTE = 0100;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"ws_java", "ws_node", "ws_python", "chat_room"})
    void startsFromItsArchive(String sample) throws Exception {
        Path source = Path.of("..", "samples", sample);
        assumeTrue(
                !Files.exists(source.resolve("package.json")) || Files.exists(source.resolve("node_modules")),
                "the sample's libraries are not installed; its README says how");
        Path zip = directory.resolve("function.zip");
        assertEquals(0, pack(source, zip), printed::toString);
        ScfFunction function = SamplesTest.function(unpack(zip, directory.resolve("my code")));
        function.beforeAll(null);
        try {
            Client client = new Client();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(function.webSocketUri("chat"), client)
                    .join();
            socket.sendText("{\"type\":\"join\",\"name\":\"lin\"}", true).join();
            String answer = client.answer.get(20, TimeUnit.SECONDS);
            assertTrue(answer.contains("lin"), answer);
            assertSandbox(function.emulator());
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            assertEquals(1000, client.code.get(20, TimeUnit.SECONDS));
            assertEquals(
                    FunctionStatus.SUCCESS,
                    function.awaitEnd(Duration.ofSeconds(20))
                            .end()
                            .orElseThrow()
                            .status());
        } finally {
            function.afterAll(null);
        }
    }

    private int pack(Path source, Path zip) throws InterruptedException {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        CommandLineInterface program = new CommandLineInterface(
                (folder, language) -> fail("a window"), () -> source, new Terminal(out, out, false));
        List<String> command = new ArrayList<>(List.of("pack", source.toString(), "-o", zip.toString()));
        if (Files.exists(source.resolve("requirements.txt")) && !Files.exists(source.resolve("packages"))) {
            // The library is this machine's, and without it in the folder nothing is packed.
            command.add("--force");
        }
        return program.execute(command.toArray(String[]::new));
    }

    /** A machine without the programs that make sandboxes says so in a notice. */
    private static void assertSandbox(Emulator emulator) {
        assertTrue(emulator.instance().orElseThrow().separation() == Separation.SANDBOX
                || !emulator.instanceNotices().isEmpty());
    }

    private static Path unpack(Path zip, Path target) throws IOException {
        try (ZipFile archive = ZipFile.builder().setPath(zip).get()) {
            Enumeration<ZipArchiveEntry> entries = archive.getEntries();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(archive.getInputStream(entry), file);
                Set<PosixFilePermission> permissions =
                        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
                if ((entry.getUnixMode() & EXECUTE) != 0) {
                    permissions.add(PosixFilePermission.OWNER_EXECUTE);
                }
                Files.setPosixFilePermissions(file, permissions);
            }
        }
        return target;
    }

    private static final class Client implements WebSocket.Listener {
        private final CompletableFuture<String> answer = new CompletableFuture<>();
        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            answer.complete(data.toString());
            return WebSocket.Listener.super.onText(webSocket, data, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            code.complete(statusCode);
            return WebSocket.Listener.super.onClose(webSocket, statusCode, reason);
        }
    }
}
