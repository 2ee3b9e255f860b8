import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** An open connection to one client: joins fragments, answers pings, does the closing handshake. Read by one thread, written by many. */
final class WebSocketConnection {
    private static final int NO_CODE = 1005;
    private static final int MAX_MESSAGE = 16 << 20;

    private final DataInputStream in;
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private int closeCode = NO_CODE;

    WebSocketConnection(Socket socket) throws IOException {
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
    }

    /** The next message, or null after the closing handshake. */
    Message read() throws IOException {
        try {
            return readMessage();
        } catch (ProtocolException e) {
            close(e.closeCode);
            throw e;
        }
    }

    private Message readMessage() throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int opcode = Frame.CONTINUATION;
        while (true) {
            Frame frame = Frame.read(in);
            if (frame.isControl()) {
                if (!answer(frame)) {
                    return null;
                }
                continue;
            }
            boolean first = opcode == Frame.CONTINUATION;
            if (first == (frame.opcode == Frame.CONTINUATION)) {
                throw new ProtocolException(1002, "fragment out of order");
            }
            opcode = first ? frame.opcode : opcode;
            if (joined.size() + frame.payload.length > MAX_MESSAGE) {
                throw new ProtocolException(1009, "message too big");
            }
            joined.write(frame.payload);
            if (frame.fin) {
                return message(opcode, joined.toByteArray());
            }
        }
    }

    /** Answers a control frame; false if the connection is over. */
    private boolean answer(Frame frame) throws IOException {
        if (frame.opcode == Frame.PING) {
            write(new Frame(true, Frame.PONG, frame.payload));
        } else if (frame.opcode == Frame.CLOSE) {
            if (frame.payload.length >= 2) {
                closeCode = ByteBuffer.wrap(frame.payload).getShort() & 0xFFFF;
            }
            write(new Frame(true, Frame.CLOSE, Arrays.copyOf(frame.payload, Math.min(2, frame.payload.length))));
        }
        return frame.opcode != Frame.CLOSE;
    }

    private static Message message(int opcode, byte[] payload) throws ProtocolException {
        if (opcode == Frame.TEXT) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
            } catch (CharacterCodingException e) {
                throw new ProtocolException(1007, "text that is not UTF-8");
            }
        }
        return new Message(opcode == Frame.TEXT, payload);
    }

    /** Code of the client's Close frame; 1005 if it had none. */
    int closeCode() {
        return closeCode;
    }

    void send(Message message) throws IOException {
        write(new Frame(true, message.text ? Frame.TEXT : Frame.BINARY, message.payload));
    }

    /** Sends a text unless the client is so slow that the last one is still on its way. */
    void push(String text) {
        if (!writing.tryLock()) {
            return;
        }
        try {
            send(Message.ofText(text));
        } catch (IOException e) {
            System.out.println("push failed: " + e.getMessage());
        } finally {
            writing.unlock();
        }
    }

    private void close(int code) throws IOException {
        write(new Frame(true, Frame.CLOSE, new byte[] {(byte) (code >>> 8), (byte) code}));
    }

    private void write(Frame frame) throws IOException {
        writing.lock();
        try {
            frame.write(out);
        } finally {
            writing.unlock();
        }
    }
}
