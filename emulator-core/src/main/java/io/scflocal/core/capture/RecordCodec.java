package io.scflocal.core.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connections and log lines as bytes: their fields in order, numbers big-endian, a text as its length in bytes and UTF-8. */
final class RecordCodec {
    private RecordCodec() {}

    private interface Encoding {
        void into(DataOutputStream out) throws IOException;
    }

    private interface Decoding<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] encode(LineRecord line) {
        return bytes(out -> {
            out.writeLong(line.epochNanos());
            text(out, line.source());
            text(out, line.requestId());
            text(out, line.text());
        });
    }

    static LineRecord line(long number, byte[] body) {
        return read(body, in -> new LineRecord(number, in.readLong(), text(in), text(in), text(in)));
    }

    static byte[] encode(ConnectionRecord connection) {
        return bytes(out -> {
            out.writeInt(connection.number());
            out.writeLong(connection.openedEpochNanos());
            text(out, connection.requestId());
            text(out, connection.client());
            out.writeBoolean(connection.webSocket());
            text(out, connection.instance());
            handshake(out, connection.handshake());
            out.writeBoolean(connection.end().isPresent());
            if (connection.end().isPresent()) {
                end(out, connection.end().get());
            }
        });
    }

    static ConnectionRecord connection(byte[] body) {
        return read(
                body,
                in -> new ConnectionRecord(
                        in.readInt(),
                        in.readLong(),
                        text(in),
                        text(in),
                        in.readBoolean(),
                        text(in),
                        handshake(in),
                        in.readBoolean() ? Optional.of(end(in)) : Optional.empty()));
    }

    private static void handshake(DataOutputStream out, HandshakeRecord handshake) throws IOException {
        text(out, handshake.method());
        text(out, handshake.requestTarget());
        text(out, handshake.functionTarget());
        headers(out, handshake.requestHeaders());
        out.writeInt(handshake.responseStatus());
        headers(out, handshake.responseHeaders());
    }

    private static HandshakeRecord handshake(DataInputStream in) throws IOException {
        return new HandshakeRecord(text(in), text(in), text(in), headers(in), in.readInt(), headers(in));
    }

    private static void end(DataOutputStream out, EndRecord end) throws IOException {
        out.writeInt(end.status());
        text(out, end.cause());
        out.writeInt(end.closeCode());
        text(out, end.closeReason());
        out.writeInt(end.httpStatus());
        out.writeLong(end.durationNanos());
    }

    private static EndRecord end(DataInputStream in) throws IOException {
        return new EndRecord(in.readInt(), text(in), in.readInt(), text(in), in.readInt(), in.readLong());
    }

    private static void headers(DataOutputStream out, List<HeaderRecord> headers) throws IOException {
        out.writeInt(headers.size());
        for (HeaderRecord header : headers) {
            text(out, header.name());
            text(out, header.value());
            text(out, header.origin());
        }
    }

    private static List<HeaderRecord> headers(DataInputStream in) throws IOException {
        List<HeaderRecord> headers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            headers.add(new HeaderRecord(text(in), text(in), text(in)));
        }
        return headers;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Encoding encoding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            encoding.into(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] body, Decoding<T> decoding) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            return decoding.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException("A record with a sound checksum has an unknown form", e);
        }
    }
}
