package io.scflocal.core.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.InstanceOptions;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.platform.FunctionStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The extension as a user's tests have it: one function for the class, another one for each test. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts a shell script")
class ScfFunctionTest {
    /** Accepts every handshake, greets, and answers a Close frame. */
    private static final String SERVER =
            """
            import base64, hashlib, os, socket
            s = socket.socket()
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            s.bind(('0.0.0.0', 9000))
            s.listen()
            while True:
                c, _ = s.accept()
                head = b''
                while b'\\r\\n\\r\\n' not in head:
                    more = c.recv(4096)
                    if not more:
                        break
                    head += more
                if b'Sec-WebSocket-Key' not in head:
                    c.close()
                    continue
                key = [l.split(b': ')[1] for l in head.split(b'\\r\\n') if l.lower().startswith(b'sec-websocket-key')][0]
                accept = base64.b64encode(hashlib.sha1(key + b'258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest())
                c.sendall(b'HTTP/1.1 101 x\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: ' + accept + b'\\r\\n\\r\\n')
                greeting = os.environ['GREETING'].encode()
                c.sendall(b'\\x81' + bytes([len(greeting)]) + greeting)
                c.recv(4096)
                c.sendall(b'\\x88\\x02\\x03\\xe8')
                c.close()
            """;

    @RegisterExtension
    final ScfFunction function = function().withEnvironment(Map.of("GREETING", "hello"));

    @Test
    void givesAddressFramesAndStatuses() throws Exception {
        assertTrue(function.httpUri().toString().matches("http://127\\.0\\.0\\.1:[0-9]+/release/"));
        WebSocket client = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(function.webSocketUri("chat?x=1"), new WebSocket.Listener() {})
                .join();
        client.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        assertEquals(
                FunctionStatus.SUCCESS,
                function.awaitEnd(Duration.ofSeconds(20)).end().orElseThrow().status());
        FrameRecord greeting = function.frames().stream()
                .filter(frame -> frame.direction() == Direction.FUNCTION_TO_CLIENT)
                .findFirst()
                .orElseThrow();
        assertEquals("hello", new String(function.payload(greeting), StandardCharsets.UTF_8));
        assertEquals(
                "/release/chat?x=1", function.invocations().get(0).handshake().requestTarget());
    }

    @Test
    void saysThatNothingHasEnded() {
        assertThrows(AssertionError.class, () -> function.awaitEnd(Duration.ofMillis(1)));
    }

    @Test
    void failsOrSkipsWithTheReason(@TempDir Path empty) {
        ScfFunction missing = ScfFunction.of(empty);
        AssertionError failed = assertThrows(AssertionError.class, () -> missing.beforeAll(null));
        assertTrue(failed.getMessage().contains("(445 ContainerInitError)"), failed.getMessage());
        ScfFunction skipped = missing.skippedWhen(failure -> failure.problem() == StartProblem.START_FILE_MISSING);
        assertThrows(TestAbortedException.class, () -> skipped.beforeAll(null));
        assertThrows(IllegalStateException.class, skipped::webSocketUri);
    }

    private static ScfFunction function() {
        try {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "python3 is not installed");
            Path folder = Files.createTempDirectory("scf-function-test");
            folder.toFile().deleteOnExit();
            Path file = Files.writeString(folder.resolve("scf_bootstrap"), "#!/usr/bin/python3\n" + SERVER);
            file.toFile().deleteOnExit();
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return ScfFunction.of(folder)
                    // The function is a class of this build, which a sandbox does not see.
                    .withInstances(InstanceOptions.DEFAULT.withIsolation(Isolation.NONE))
                    .skippedWhen(ScfFunctionTest::isBusy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBusy(StartFailure failure) {
        return failure.problem() == StartProblem.FUNCTION_PORT_BUSY;
    }
}
