package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.capture.MessageReader;
import io.scflocal.core.capture.MessageRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Captured bytes that are read piece by piece, as often as wanted. */
final class Payload {
    private static final int PIECE = 8192;

    private final Source source;
    private final long length;

    /** Where the bytes come from. */
    private interface Source {
        int copy(long offset, ByteBuffer target);
    }

    private Payload(Source source, long length) {
        this.source = source;
        this.length = length;
    }

    /** What is captured of a frame's payload, unmasked. */
    static Payload of(CaptureReader frames, FrameRecord frame) {
        return new Payload((offset, target) -> frames.payload(frame.number(), offset, target), frame.capturedLength());
    }

    /** A frame as it was on the wire. */
    static Payload wire(CaptureReader frames, FrameRecord frame) {
        return new Payload(
                (offset, target) -> frames.wire(frame.number(), offset, target),
                frame.header().headerLength() + (long) frame.capturedLength());
    }

    /** What there is of a message, joined and inflated. */
    static Payload of(MessageReader messages, MessageRecord message) {
        return new Payload((offset, target) -> messages.payload(message, offset, target), message.length());
    }

    /** How many bytes there are. */
    long length() {
        return length;
    }

    /** The bytes. Nothing needs to be closed. */
    InputStream stream() {
        return new Stream();
    }

    /** The bytes as UTF-8, with U+FFFD in place of what is none. Nothing needs to be closed. */
    Reader text() {
        return new InputStreamReader(stream(), StandardCharsets.UTF_8);
    }

    /** All bytes; only for what is known to be short. */
    byte[] bytes() {
        ByteBuffer all = ByteBuffer.allocate((int) length);
        int copied;
        do {
            copied = all.hasRemaining() ? source.copy(all.position(), all) : 0;
        } while (copied > 0);
        byte[] bytes = new byte[all.flip().remaining()];
        all.get(bytes);
        return bytes;
    }

    /** Whether the bytes are UTF-8 from the first to the last one. */
    boolean isUtf8() {
        try {
            if (length <= PIECE) {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes()));
                return true;
            }
            Reader reader = new InputStreamReader(stream(), StandardCharsets.UTF_8.newDecoder());
            char[] piece = new char[PIECE];
            while (reader.read(piece) >= 0) {
                // Only whether it can be decoded matters.
                continue;
            }
            return true;
        } catch (CharacterCodingException e) {
            // Not an error: such bytes are written as base64.
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Stream extends InputStream {
        private long offset;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            if (count == 0) {
                return 0;
            }
            int most = (int) Math.min(count, length - offset);
            int copied = most <= 0 ? 0 : source.copy(offset, ByteBuffer.wrap(bytes, from, most));
            offset += copied;
            return copied == 0 ? -1 : copied;
        }
    }
}
