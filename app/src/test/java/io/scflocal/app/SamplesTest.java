package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.Emulator;
import io.scflocal.core.EmulatorListener;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Timeouts;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples as a user meets them: started by their own start file on 9000, spoken to through the gateway. */
@Timeout(60)
class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final String MISSING_LIBRARY = "(?s).*(Cannot find module 'ws'|No module named 'websockets').*";

    private final BlockingQueue<Invocation> ended = new LinkedBlockingQueue<>();

    @TempDir
    Path captures;

    private Emulator emulator;

    @AfterEach
    void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws_java", "ws_node", "ws_python"})
    void returnsTextAndBinaryMessagesAndEndsWithSuccess(String sample) throws Exception {
        start(sample);
        Client client = connect("chat?x=1");
        client.socket.sendText("hel", false).join();
        client.socket.sendText("lo, 早上好", true).join();
        assertEquals("hello, 早上好", client.received());
        client.socket.sendBinary(ByteBuffer.wrap(new byte[70_000]), true).join();
        assertEquals("70000 bytes", client.received());
        client.socket.sendPing(ByteBuffer.wrap(new byte[] {1, 2})).join();
        assertEquals("pong 2", client.received());
        client.socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
        assertEquals("closed 1000", client.received());
        assertEnd(FunctionStatus.SUCCESS, 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws_java", "ws_node", "ws_python"})
    void echoesAnotherCloseCodeToo(String sample) throws Exception {
        start(sample);
        Client client = connect("");
        client.socket.sendClose(4000, "").join();
        assertEquals("closed 4000", client.received());
        assertEnd(FunctionStatus.CLIENT_CLOSED_ABNORMALLY, 4000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws_java", "ws_node", "ws_python"})
    void pushesToASilentClient(String sample) throws Exception {
        start(sample);
        Client client = connect("");
        String tick = client.received();
        assertTrue(tick.contains("\"clients\":1") || tick.contains("\"clients\": 1"), tick);
    }

    @Test
    void theChatRoomTellsEveryMemberWhatOneSays() throws Exception {
        start("chat_room");
        Client lin = connect("");
        lin.socket.sendText("{\"type\":\"join\",\"name\":\"lin\"}", true).join();
        assertEquals("{\"type\":\"members\",\"members\":[\"lin\"]}", lin.received());
        Client zhao = connect("");
        zhao.socket.sendText("{\"type\":\"join\",\"name\":\"zhao\"}", true).join();
        assertEquals("{\"type\":\"members\",\"members\":[\"lin\",\"zhao\"]}", zhao.received());
        assertEquals("{\"type\":\"members\",\"members\":[\"lin\",\"zhao\"]}", lin.received());
        zhao.socket.sendText("{\"type\":\"say\",\"text\":\"早上好\"}", true).join();
        assertEquals("{\"type\":\"said\",\"from\":\"zhao\",\"text\":\"早上好\"}", lin.received());
        zhao.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        assertEquals("{\"type\":\"members\",\"members\":[\"lin\"]}", lin.received());
    }

    private void start(String sample) throws Exception {
        FunctionFolder folder = new FunctionFolder(SAMPLES.resolve(sample));
        emulator = Emulator.open(
                folder,
                new EmulatorOptions(
                        0,
                        PlatformLimits.FUNCTION_PORT,
                        EmulatorOptions.DEFAULT_STAGE,
                        CaptureOptions.under(captures),
                        FunctionSettings.defaults(sample),
                        Timeouts.DEFAULT));
        emulator.addListener(new EmulatorListener() {
            @Override
            public void ended(Invocation invocation) {
                ended.add(invocation);
            }
        });
        try {
            emulator.start();
        } catch (StartFailure e) {
            skipWhatThisMachineLacks(e);
            throw e;
        }
    }

    private static void skipWhatThisMachineLacks(StartFailure failure) {
        assumeTrue(failure.problem() != StartProblem.FUNCTION_PORT_BUSY, failure.getMessage());
        assumeTrue(failure.problem() != StartProblem.INTERPRETER_MISSING, failure.getMessage());
        String output = String.join("\n", failure.lastOutput());
        if (output.matches(MISSING_LIBRARY)) {
            abort("a library of the sample is not installed; its README says how: "
                    + output.lines()
                            .filter(line -> line.matches(MISSING_LIBRARY))
                            .findFirst()
                            .orElse(""));
        }
    }

    private void assertEnd(FunctionStatus status, int closeCode) throws InterruptedException {
        Invocation invocation = ended.poll(10, TimeUnit.SECONDS);
        assertEquals(status, invocation.end().orElseThrow().status());
        assertEquals(EndCause.CLIENT_CLOSED, invocation.end().orElseThrow().cause());
        assertEquals(closeCode, invocation.end().orElseThrow().closeCode());
    }

    private Client connect(String path) {
        Client client = new Client();
        client.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(emulator.webSocketUri().resolve(path), client)
                .join();
        return client;
    }

    /** Collects whole messages. */
    private static final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private int bytes;
        private WebSocket socket;

        String received() throws InterruptedException {
            String message = messages.poll(20, TimeUnit.SECONDS);
            return message == null ? "nothing within 20 s" : message;
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(webSocket, data, last);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            bytes += data.remaining();
            if (last) {
                messages.add(bytes + " bytes");
                bytes = 0;
            }
            return WebSocket.Listener.super.onBinary(webSocket, data, last);
        }

        @Override
        public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
            messages.add("pong " + message.remaining());
            return WebSocket.Listener.super.onPong(webSocket, message);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            messages.add("closed " + statusCode);
            return WebSocket.Listener.super.onClose(webSocket, statusCode, reason);
        }
    }
}
