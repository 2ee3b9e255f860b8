package io.scflocal.app.testkit;

import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.FrameOrigin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A frame for tests. */
public record Sample(FrameRecord frame, byte[] payload) {
    public static final int FIN = 0x80;
    public static final int RSV1 = 0x40;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final long EPOCH_NANOS = 1_795_398_067_120_000_000L;
    private static final int MASK_KEY = 0x37FA213D;

    public static Sample text(long number, int connection, Direction direction, String text) {
        return of(number, connection, direction, FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Sample of(long number, int connection, Direction direction, int firstByte, byte[] payload) {
        boolean masked = direction == Direction.CLIENT_TO_FUNCTION;
        int extended = payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8;
        int headerLength = 2 + extended + (masked ? 4 : 0);
        FrameHeader header = new FrameHeader(firstByte, masked, masked ? MASK_KEY : 0, payload.length, headerLength);
        long time = EPOCH_NANOS + number * 4_000_000;
        return new Sample(new FrameRecord(number, time, connection, direction, header, payload.length, true), payload);
    }

    /** What a capture says of a frame that it no longer lists. */
    static Sample unlisted(long number) {
        FrameHeader header = new FrameHeader(0, false, 0, 0, 0);
        return new Sample(new FrameRecord(number, 0, 0, Direction.CLIENT_TO_FUNCTION, header, 0, false), new byte[0]);
    }

    /** The same frame when only {@code captured} bytes of its payload had arrived. */
    public Sample arriving(int captured) {
        return new Sample(
                new FrameRecord(
                        frame.number(),
                        frame.epochNanos(),
                        frame.connection(),
                        frame.direction(),
                        frame.header(),
                        captured,
                        false),
                payload);
    }

    /** The same frame, made by somebody else than a peer. */
    public Sample madeBy(FrameOrigin origin) {
        FrameRecord made = new FrameRecord(
                frame.number(),
                frame.epochNanos(),
                frame.connection(),
                frame.direction(),
                frame.header(),
                frame.capturedLength(),
                frame.complete(),
                origin);
        return new Sample(made, payload);
    }

    public byte[] wire() {
        FrameHeader header = frame.header();
        ByteBuffer wire = ByteBuffer.allocate(header.headerLength() + payload.length);
        int maskBit = header.masked() ? 0x80 : 0;
        int extended = header.headerLength() - 2 - (header.masked() ? 4 : 0);
        wire.put((byte) header.firstByte());
        wire.put((byte) (maskBit | (extended == 0 ? payload.length : extended == 2 ? 126 : 127)));
        if (extended == 2) {
            wire.putShort((short) payload.length);
        } else if (extended == 8) {
            wire.putLong(payload.length);
        }
        if (header.masked()) {
            wire.putInt(header.maskKey());
        }
        for (int i = 0; i < payload.length; i++) {
            wire.put((byte) (payload[i] ^ (header.masked() ? header.maskKey() >> (24 - i % 4 * 8) : 0)));
        }
        return wire.array();
    }
}
