package io.scflocal.core;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The smallest function for tests: echoes short WebSocket messages and answers a Close frame, one thread per connection. */
public final class EchoServer {
    private EchoServer() {}

    /** Listens on the port that is its only argument. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
            System.out.println("listening on " + server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                new Thread(() -> serve(socket)).start();
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String key = readKey(in);
            if (key.isEmpty()) {
                return;
            }
            socket.getOutputStream().write(accept(key).getBytes(StandardCharsets.ISO_8859_1));
            while (echoFrame(in, socket.getOutputStream())) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            System.err.println("connection lost: " + e.getMessage());
        }
    }

    private static String readKey(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        String name = "Sec-WebSocket-Key: ";
        int start = head.indexOf(name) + name.length();
        return head.substring(start, head.indexOf("\r\n", start));
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean echoFrame(DataInputStream in, OutputStream out) throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        int length = in.read() & 0x7f;
        byte[] key = in.readNBytes(4);
        byte[] frame = new byte[2 + length];
        frame[0] = (byte) first;
        frame[1] = (byte) length;
        for (int i = 0; i < length; i++) {
            frame[2 + i] = (byte) (in.read() ^ key[i & 3]);
        }
        out.write(frame);
        return (first & 0x0f) != 0x8;
    }
}
