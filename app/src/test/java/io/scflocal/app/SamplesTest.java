package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.instance.Separation;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.junit.ScfFunction;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The samples as a user meets them: started by their own start file on 9000, spoken to through the gateway. */
@Timeout(60)
class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final String MISSING_LIBRARY = "(?s).*(Cannot find module 'ws'|No module named 'websockets').*";

    /** What the three samples that echo have in common. */
    abstract static class Echo {

        abstract ScfFunction function();

        @Test
        void returnsTextAndBinaryMessagesAndEndsWithSuccess() throws Exception {
            Client client = connect(function(), "chat?x=1");
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

        @Test
        void echoesAnotherCloseCodeToo() throws Exception {
            Client client = connect(function(), "");
            client.socket.sendClose(4000, "").join();
            assertEquals("closed 4000", client.received());
            assertEnd(FunctionStatus.CLIENT_CLOSED_ABNORMALLY, 4000);
        }

        @Test
        void pushesToASilentClient() throws Exception {
            Client client = connect(function(), "");
            String tick = client.received();
            assertTrue(tick.contains("\"clients\":1") || tick.contains("\"clients\": 1"), tick);
            client.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            assertEnd(FunctionStatus.SUCCESS, 1000);
        }

        private void assertEnd(FunctionStatus status, int closeCode) throws InterruptedException {
            InvocationEnd end = function().awaitEnd(LONG_ENOUGH).end().orElseThrow();
            assertEquals(status, end.status());
            assertEquals(EndCause.CLIENT_CLOSED, end.cause());
            assertEquals(closeCode, end.closeCode());
        }
    }

    @Nested
    class WsJava extends Echo {
        @RegisterExtension
        static final ScfFunction FUNCTION = sample("ws_java");

        @Override
        ScfFunction function() {
            return FUNCTION;
        }
    }

    @Nested
    class WsNode extends Echo {
        @RegisterExtension
        static final ScfFunction FUNCTION = sample("ws_node");

        @Override
        ScfFunction function() {
            return FUNCTION;
        }
    }

    @Nested
    class WsPython extends Echo {
        @RegisterExtension
        static final ScfFunction FUNCTION = sample("ws_python");

        @Override
        ScfFunction function() {
            return FUNCTION;
        }
    }

    @Nested
    class ChatRoomOfOneInstanceEach {
        @RegisterExtension
        static final ScfFunction FUNCTION = sample("chat_room");

        @Test
        void membersDoNotSeeEachOther() throws Exception {
            assumeTrue(
                    FUNCTION.emulator().instance().orElseThrow().separation() != Separation.SHARED,
                    () -> "instances can't be kept apart here: "
                            + FUNCTION.emulator().instanceNotices());
            for (String name : List.of("lin", "zhao")) {
                Client alone = connect(FUNCTION, "");
                alone.socket
                        .sendText("{\"type\":\"join\",\"name\":\"" + name + "\"}", true)
                        .join();
                assertEquals("{\"type\":\"members\",\"members\":[\"" + name + "\"]}", alone.received());
            }
            assertEquals(2, FUNCTION.emulator().instances().size());
        }
    }

    @Nested
    class ChatRoomOfTwoConnectionsEach {
        @RegisterExtension
        static final ScfFunction FUNCTION = sample("chat_room").withConcurrency(2);

        @Test
        void theChatRoomTellsEveryMemberWhatOneSays() throws Exception {
            Client lin = connect(FUNCTION, "");
            lin.socket.sendText("{\"type\":\"join\",\"name\":\"lin\"}", true).join();
            assertEquals("{\"type\":\"members\",\"members\":[\"lin\"]}", lin.received());
            Client zhao = connect(FUNCTION, "");
            zhao.socket.sendText("{\"type\":\"join\",\"name\":\"zhao\"}", true).join();
            assertEquals("{\"type\":\"members\",\"members\":[\"lin\",\"zhao\"]}", zhao.received());
            assertEquals("{\"type\":\"members\",\"members\":[\"lin\",\"zhao\"]}", lin.received());
            zhao.socket.sendText("{\"type\":\"say\",\"text\":\"早上好\"}", true).join();
            assertEquals("{\"type\":\"said\",\"from\":\"zhao\",\"text\":\"早上好\"}", lin.received());
            zhao.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            assertEquals("{\"type\":\"members\",\"members\":[\"lin\"]}", lin.received());
        }
    }

    private static ScfFunction sample(String name) {
        return function(SAMPLES.resolve(name));
    }

    /** With the system's own Python, for which the libraries of the samples are installed, also where a nearer version is. */
    static ScfFunction function(Path folder) {
        ScfFunction function = ScfFunction.of(folder).skippedWhen(SamplesTest::isWhatThisMachineLacks);
        return Stream.of("/usr/local/bin/python3", "/usr/bin/python3")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(python -> function.withInterpreter("python", python))
                .orElse(function);
    }

    /** Another program on port 9000, no interpreter, or a library that the sample's README tells how to install. */
    static boolean isWhatThisMachineLacks(StartFailure failure) {
        return failure.problem() == StartProblem.FUNCTION_PORT_BUSY
                || failure.problem() == StartProblem.INTERPRETER_MISSING
                || String.join("\n", failure.lastOutput()).matches(MISSING_LIBRARY);
    }

    private static Client connect(ScfFunction function, String path) {
        Client client = new Client();
        client.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(function.webSocketUri(path), client)
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
