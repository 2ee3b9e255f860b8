import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A Web Function that returns every message to its sender and pushes a message of its own to each client every ten seconds. */
public final class EchoFunction {
    private static final int PORT = 9000;
    private static final int PUSH_SECONDS = 10;

    private final Set<WebSocketConnection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final ScheduledExecutorService pushes = Executors.newSingleThreadScheduledExecutor();

    private EchoFunction() {}

    /** Serves until the process is told to end. */
    public static void main(String[] args) throws IOException {
        new EchoFunction().serve();
    }

    private void serve() throws IOException {
        // 0.0.0.0: the cloud can't reach a server that listens on 127.0.0.1.
        try (ServerSocket server = new ServerSocket(PORT, 128, InetAddress.getByName("0.0.0.0"))) {
            System.out.println("listening on 0.0.0.0:" + PORT);
            pushes.scheduleAtFixedRate(this::push, PUSH_SECONDS, PUSH_SECONDS, TimeUnit.SECONDS);
            while (true) {
                Socket socket = server.accept();
                clients.execute(() -> serve(socket));
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            Handshake handshake = Handshake.read(socket.getInputStream());
            if (handshake == null) {
                return; // Somebody looked whether the port is open.
            }
            if (!handshake.isWebSocket()) {
                handshake.refuse(socket.getOutputStream());
                return;
            }
            handshake.accept(socket.getOutputStream());
            echo(new WebSocketConnection(socket), handshake);
        } catch (IOException e) {
            System.out.println("client lost: " + e);
        }
    }

    private void echo(WebSocketConnection connection, Handshake handshake) throws IOException {
        System.out.println("client connected to " + handshake.path() + ", request " + handshake.requestId());
        connections.add(connection);
        try {
            Message message;
            while ((message = connection.read()) != null) {
                connection.send(message);
            }
            System.out.println("client closed with " + connection.closeCode());
        } finally {
            connections.remove(connection);
        }
    }

    private void push() {
        String json = "{\"type\":\"tick\",\"time\":\"" + Instant.now() + "\",\"clients\":" + connections.size() + "}";
        for (WebSocketConnection connection : connections) {
            clients.execute(() -> connection.push(json));
        }
    }
}
