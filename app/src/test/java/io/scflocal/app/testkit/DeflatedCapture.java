package io.scflocal.app.testkit;

import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;

/** A real capture of one connection that agreed on permessage-deflate; its frames go from the function to the client. */
public final class DeflatedCapture implements AutoCloseable {
    private final CaptureStore store;
    private final FrameScanner scanner;

    public DeflatedCapture(Path directory) throws IOException {
        store = CaptureStore.create(directory, Ticker.system());
        store.record(new ConnectionRecord(1, 0, "", "", true, "A", handshake(), Optional.empty()));
        scanner = new FrameScanner(store.recorder(1, Direction.FUNCTION_TO_CLIENT));
    }

    private static HandshakeRecord handshake() {
        String extensions = "permessage-deflate; server_no_context_takeover";
        HeaderRecord header = new HeaderRecord("Sec-WebSocket-Extensions", extensions, "PEER");
        return new HandshakeRecord("GET", "/", "/", List.of(), 101, List.of(header));
    }

    public CaptureStore store() {
        return store;
    }

    /** Records an unmasked frame of less than 64 KB. */
    public void frame(int firstByte, byte[] payload) {
        ByteBuffer wire = ByteBuffer.allocate(payload.length + 4).put((byte) firstByte);
        if (payload.length < 126) {
            wire.put((byte) payload.length);
        } else {
            wire.put((byte) 126).putShort((short) payload.length);
        }
        scanner.scan(wire.put(payload).flip());
    }

    /** Waits until so many messages are known. */
    public void awaitMessages(long count) {
        while (store.messages().count() < count) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** A message as permessage-deflate sends it. */
    public static byte[] deflate(String text) {
        return deflate(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A message as permessage-deflate sends it. */
    public static byte[] deflate(byte[] message) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(message);
        byte[] wire = new byte[message.length + 100];
        int length = deflater.deflate(wire, 0, wire.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(wire, length - 4);
    }

    @Override
    public void close() {
        store.close();
    }
}
