package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.EndRecord;
import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import io.scflocal.core.capture.LineRecord;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameScanner;
import io.scflocal.core.frame.WireFrames;
import io.scflocal.core.time.Ticker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.zip.Deflater;

/** A capture with something of everything. */
final class SampleCapture {
    static final Direction UP = Direction.CLIENT_TO_FUNCTION;
    static final Direction DOWN = Direction.FUNCTION_TO_CLIENT;
    static final long START = 1_795_320_191_042_117_003L;
    static final String LONG_TEXT = "早上好 \uD83D\uDE00 \"quoted\", and\r\na line; ".repeat(2500);
    static final int FRAMES = 12;
    private static final int KEY = 0x21436587;

    private final Clock clock = new Clock();
    private final Deflater deflater = new Deflater(6, true);
    final CaptureStore store;

    private static final class Clock implements Ticker {
        private long now = START;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public long epochNanos() {
            return now;
        }
    }

    SampleCapture(Path directory) throws IOException {
        store = CaptureStore.create(directory, "/home/lin/聊天室", CaptureLimits.DEFAULT, clock);
    }

    /** Everything: {@link #FRAMES} frames of two connections, a refused one, and a log. */
    static StoredCapture write(Path directory) throws Exception {
        SampleCapture sample = new SampleCapture(directory);
        sample.everything();
        sample.store.close();
        StoredCapture stored = StoredCapture.open(directory);
        stored.awaitMessages();
        return stored;
    }

    private void everything() {
        ConnectionRecord first = connection(1, 101, "permessage-deflate");
        store.record(first);
        store.record(new LineRecord(0, clock.now, "PLATFORM", "request-1", "START RequestId: request-1"));
        FrameScanner up = scanner(1, UP);
        FrameScanner down = scanner(1, DOWN);
        scan(up, WireFrames.frame(0x81, KEY, bytes("{\"hello\":1}")));
        store.annotations().set(0, true, "red", "=the first, \"hello\"");
        scan(down, WireFrames.frame(0xC1, null, deflate("compressed with a context 早")));
        scan(up, WireFrames.frame(0x01, KEY, bytes("=1+1, \"frag")));
        scan(up, WireFrames.frame(0x89, KEY, bytes("ping")));
        scan(up, WireFrames.frame(0x80, KEY, bytes("mented\"")));
        scan(down, WireFrames.frame(0xC1, null, deflate("compressed with a context 早 again")));
        ConnectionRecord second = connection(2, 403, "");
        store.record(second);
        ConnectionRecord third = connection(3, 101, "");
        store.record(third);
        scan(up, WireFrames.frame(0x82, KEY, new byte[] {0, 1, 2, (byte) 0xFF}));
        scan(scanner(3, DOWN), WireFrames.frame(0x81, null, bytes(LONG_TEXT)));
        store.record(new LineRecord(1, clock.now + 1, "STDOUT", "", "a line\twith 早 and \u0001"));
        scan(scanner(3, UP), WireFrames.frame(0x81, KEY, new byte[] {(byte) 0xC3}));
        scan(down, WireFrames.frame(0x82, null, new byte[] {3}, 8));
        scan(up, WireFrames.frame(0x88, KEY, close(1000, "bye 早")));
        scan(down, WireFrames.frame(0x88, null, new byte[0]));
        store.record(ended(first, "client-closed", 1000));
        store.record(ended(second, "handshake-refused", 0));
    }

    FrameScanner scanner(int connection, Direction direction) {
        return new FrameScanner(store.recorder(connection, direction));
    }

    void scan(FrameScanner scanner, byte[] wire) {
        clock.now += 1_234_567;
        scanner.scan(ByteBuffer.wrap(wire));
    }

    ConnectionRecord connection(int number, int status, String extensions) {
        clock.now += 1000;
        HandshakeRecord handshake = new HandshakeRecord(
                "GET",
                "/release/chat?room=早&access_token=s3cret",
                "/chat?room=早&access_token=s3cret",
                List.of(
                        new HeaderRecord("Host", "127.0.0.1:9000", "PEER"),
                        new HeaderRecord("Upgrade", "websocket", "PEER"),
                        new HeaderRecord("Connection", "Upgrade", "PEER"),
                        new HeaderRecord("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==", "PEER"),
                        new HeaderRecord("Sec-WebSocket-Version", "13", "PEER"),
                        new HeaderRecord("Cookie", "session=s3cret", "PEER"),
                        new HeaderRecord("authorization", "Bearer s3cret", "PEER"),
                        new HeaderRecord("X-Scf-Secret-Key", "s3cret", "GATEWAY")),
                status,
                List.of(
                        new HeaderRecord("Upgrade", "websocket", "PEER"),
                        new HeaderRecord("Connection", "Upgrade", "PEER"),
                        new HeaderRecord("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "PEER"),
                        new HeaderRecord("Set-Cookie", "id=s3cret", "PEER"),
                        new HeaderRecord("Sec-WebSocket-Extensions", extensions, "PEER")));
        return new ConnectionRecord(
                number,
                clock.now,
                "request-" + number,
                "127.0.0.1:" + (50_000 + number),
                status == 101,
                "A",
                handshake,
                Optional.empty());
    }

    ConnectionRecord ended(ConnectionRecord open, String cause, int closeCode) {
        clock.now += 1_000_000;
        EndRecord end = new EndRecord(200, cause, closeCode, "bye 早", 0, clock.now - open.openedEpochNanos());
        return new ConnectionRecord(
                open.number(),
                open.openedEpochNanos(),
                open.requestId(),
                open.client(),
                open.webSocket(),
                open.instance(),
                open.handshake(),
                Optional.of(end));
    }

    static byte[] export(CaptureWriter writer, StoredCapture capture, FrameSelection selection) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(CaptureSource.of(capture), selection, out, ExportProgress.NONE);
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] deflate(String text) {
        deflater.setInput(bytes(text));
        byte[] wire = new byte[text.length() * 3 + 100];
        int length = deflater.deflate(wire, 0, wire.length, Deflater.SYNC_FLUSH);
        return Arrays.copyOf(wire, length - 4);
    }

    private static byte[] close(int code, String reason) {
        byte[] text = bytes(reason);
        return ByteBuffer.allocate(2 + text.length)
                .putShort((short) code)
                .put(text)
                .array();
    }

    /** The frames below {@code count} whose number passes a test. */
    static FrameSelection matching(LongPredicate test, long count) {
        return from -> LongStream.range(from, count).filter(test).findFirst().orElse(Math.max(from, count));
    }
}
