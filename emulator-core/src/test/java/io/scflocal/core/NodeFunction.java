package io.scflocal.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** A function in Node.js without libraries, in a folder of its own and on a port of its own, and clients. */
final class NodeFunction {
    /** Greets every client with its version, and answers a Close frame with its own. */
    static final String SERVER =
            """
            const crypto = require('crypto');
            const server = require('http').createServer((request, response) => response.end('VERSION'));
            server.on('upgrade', (request, socket) => {
              const key = request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
              const accept = crypto.createHash('sha1').update(key).digest('base64');
              socket.write('HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n'
                + 'Sec-WebSocket-Accept: ' + accept + '\\r\\n\\r\\n');
              socket.write(Buffer.concat([Buffer.from([0x81, 7]), Buffer.from('VERSION')]));
              socket.on('data', data => (data[0] & 15) === 8 && socket.end(Buffer.from([0x88, 0])));
              socket.on('error', () => {});
            });
            server.listen(PORT, '0.0.0.0');
            """;

    final Path folder;
    final int port;

    /** In {@code directory}; the test is skipped where there is no Node.js. */
    NodeFunction(Path directory) throws IOException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, "node"))),
                "node is not installed");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        folder = Files.createDirectories(directory.resolve("function"));
        Path start = Files.writeString(
                folder.resolve(FunctionFolder.START_FILE), "#!/bin/bash\nexec /var/lang/node20/bin/node server.js\n");
        Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwxr-xr-x"));
        write(SERVER, "code 01");
    }

    /** Puts other code into the folder. */
    void write(String server, String version) throws IOException {
        Files.writeString(
                folder.resolve("server.js"),
                server.replace("VERSION", version).replace("PORT", Integer.toString(port)));
    }

    Emulator open(InstanceOptions instances, EmulatorListener listener, Ticker ticker) throws IOException {
        EmulatorOptions defaults =
                EmulatorOptions.defaults(FunctionSettings.defaults("test"), folder.resolve("captures"));
        Emulator emulator = Emulator.open(
                new FunctionFolder(folder),
                new EmulatorOptions(0, port, "release", defaults.captures(), defaults.settings(), defaults.timeouts())
                        .withInstances(instances),
                ticker);
        emulator.addListener(listener);
        return emulator;
    }

    /** A client, and what it has seen. */
    static final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        final WebSocket socket;

        Client(Emulator emulator) {
            this(emulator.webSocketUri());
        }

        Client(URI uri) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(uri, this)
                    .join();
        }

        String next() throws InterruptedException {
            return Events.next(seen);
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            seen.add(data.toString());
            return WebSocket.Listener.super.onText(webSocket, data, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            seen.add("closed " + statusCode + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            seen.add("error " + error);
        }
    }
}
