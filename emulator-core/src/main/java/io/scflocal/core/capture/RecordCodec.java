package io.scflocal.core.capture;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connections, log lines and annotations as the bytes of a {@link RecordOutput}, and back. */
final class RecordCodec {
    private RecordCodec() {}

    private interface Decoding<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] encode(LineRecord line) {
        return new RecordOutput()
                .number(line.epochNanos())
                .text(line.source())
                .text(line.requestId())
                .text(line.text())
                .toBytes();
    }

    static LineRecord line(long number, byte[] body) {
        return read(body, in -> new LineRecord(number, in.readLong(), text(in), text(in), text(in)));
    }

    static byte[] encode(LimitsRecord limits) {
        return new RecordOutput()
                .number(limits.epochNanos())
                .text(limits.function())
                .number(limits.idleNanos())
                .number(limits.executionNanos())
                .flag(limits.pingsCount())
                .toBytes();
    }

    static LimitsRecord limits(byte[] body) {
        return read(
                body, in -> new LimitsRecord(in.readLong(), text(in), in.readLong(), in.readLong(), in.readBoolean()));
    }

    static byte[] encode(Annotation annotation) {
        return new RecordOutput()
                .number(annotation.frame())
                .number(annotation.epochNanos())
                .flag(annotation.marked())
                .text(annotation.label())
                .text(annotation.note())
                .toBytes();
    }

    static Annotation annotation(byte[] body) {
        return read(body, in -> new Annotation(in.readLong(), in.readLong(), in.readBoolean(), text(in), text(in)));
    }

    static byte[] encode(ConnectionRecord connection) {
        RecordOutput out = new RecordOutput()
                .number(connection.number())
                .number(connection.openedEpochNanos())
                .text(connection.requestId())
                .text(connection.client())
                .flag(connection.webSocket())
                .text(connection.instance());
        put(out, connection.handshake());
        out.flag(connection.end().isPresent());
        connection.end().ifPresent(end -> put(out, end));
        return out.toBytes();
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

    private static void put(RecordOutput out, HandshakeRecord handshake) {
        out.text(handshake.method()).text(handshake.requestTarget()).text(handshake.functionTarget());
        put(out, handshake.requestHeaders());
        out.number(handshake.responseStatus());
        put(out, handshake.responseHeaders());
    }

    private static HandshakeRecord handshake(DataInputStream in) throws IOException {
        return new HandshakeRecord(text(in), text(in), text(in), headers(in), in.readInt(), headers(in));
    }

    private static void put(RecordOutput out, EndRecord end) {
        out.number(end.status()).text(end.cause()).number(end.closeCode()).text(end.closeReason());
        out.number(end.httpStatus()).number(end.durationNanos());
    }

    private static EndRecord end(DataInputStream in) throws IOException {
        return new EndRecord(in.readInt(), text(in), in.readInt(), text(in), in.readInt(), in.readLong());
    }

    private static void put(RecordOutput out, List<HeaderRecord> headers) {
        out.number(headers.size());
        headers.forEach(header -> out.text(header.name()).text(header.value()).text(header.origin()));
    }

    private static List<HeaderRecord> headers(DataInputStream in) throws IOException {
        List<HeaderRecord> headers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            headers.add(new HeaderRecord(text(in), text(in), text(in)));
        }
        return headers;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static <T> T read(byte[] body, Decoding<T> decoding) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            return decoding.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException("A record with a sound checksum has an unknown form", e);
        }
    }
}
