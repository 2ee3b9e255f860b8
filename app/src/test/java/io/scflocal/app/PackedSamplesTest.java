package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.junit.ScfFunction;
import io.scflocal.core.pack.FunctionArchive;
import io.scflocal.core.platform.FunctionStatus;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Enumeration;
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

/** What is packed of a sample, unpacked elsewhere with the permissions of the archive, starts and answers again. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no execute bits")
class PackedSamplesTest {
    private static final int EXECUTE = 0100;

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
        new FunctionArchive(source).write(zip);
        ScfFunction function = SamplesTest.function(unpack(zip, directory.resolve("my code")));
        function.beforeAll(null);
        try {
            Closing client = new Closing();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(function.webSocketUri("chat"), client)
                    .join();
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

    private static final class Closing implements WebSocket.Listener {
        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            code.complete(statusCode);
            return WebSocket.Listener.super.onClose(webSocket, statusCode, reason);
        }
    }
}
