package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureCursor;
import io.scflocal.core.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The bytes of the frame that is being tested, read when they are first asked for. Confined to one thread. */
final class FrameBytes {
    private static final int RSV1 = 0x40;

    private final CaptureCursor cursor;
    private final PayloadSource payloads;
    private final DecodedText text;
    private byte[] array = new byte[4096];
    private ByteBuffer target = ByteBuffer.wrap(array);
    private Held held = Held.NOTHING;
    private int length;
    private boolean inflated;
    private boolean decoded;

    /** What {@link #array} holds. */
    private enum Held {
        NOTHING,
        PAYLOAD,
        FRAME
    }

    /**
     * Of the frame on which {@code cursor} stands.
     *
     * @param cancelled whether nobody wants to know any more what a pattern finds
     */
    FrameBytes(CaptureCursor cursor, PayloadSource payloads, BooleanSupplier cancelled) {
        this.cursor = cursor;
        this.payloads = payloads;
        text = new DecodedText(cancelled);
    }

    /** The cursor stands on another frame. */
    void moved() {
        held = Held.NOTHING;
        decoded = false;
    }

    /** Reads the payload, inflated if it can be; it is in {@link #array()} then, from 0 on. Returns its length. */
    int loadPayload() {
        if (held != Held.PAYLOAD) {
            Optional<ByteBuffer> readable = mayBeCompressed() ? payloads.inflated(cursor.number()) : Optional.empty();
            inflated = readable.isPresent();
            if (readable.isPresent()) {
                ByteBuffer source = readable.get().duplicate();
                reserve(source.remaining());
                target.put(source);
            } else {
                reserve(cursor.capturedLength());
                cursor.payload(0, target);
            }
            length = target.position();
            held = Held.PAYLOAD;
        }
        return length;
    }

    /** Reads header and payload as they were on the wire, as {@link #loadPayload} does. */
    int loadFrame() {
        if (held != Held.FRAME) {
            reserve(cursor.headerLength() + cursor.capturedLength());
            cursor.wire(0, target);
            length = target.position();
            held = Held.FRAME;
        }
        return length;
    }

    /** What was loaded last, and behind it what is left of other frames. */
    byte[] array() {
        return array;
    }

    /** The payload as text, for a pattern. */
    DecodedText text() {
        if (decoded) {
            text.renew();
        } else {
            text.read(ByteBuffer.wrap(array, 0, loadPayload()));
            decoded = true;
        }
        return text;
    }

    String string() {
        int end = loadPayload();
        return new String(array, 0, end, StandardCharsets.UTF_8);
    }

    /** Inflated size by size; empty where nothing was inflated. */
    Optional<Double> ratio() {
        int size = loadPayload();
        return inflated && cursor.payloadLength() > 0
                ? Optional.of(size / (double) cursor.payloadLength())
                : Optional.empty();
    }

    /** The status code of a Close frame; {@link Subject#MISSING} if it is none or has none. */
    long closeCode() {
        return isClose() && loadPayload() >= 2 ? (array[0] & 0xFF) << 8 | array[1] & 0xFF : Subject.MISSING;
    }

    Optional<String> closeReason() {
        return closeCode() == Subject.MISSING
                ? Optional.empty()
                : Optional.of(new String(array, 2, length - 2, StandardCharsets.UTF_8));
    }

    private boolean isClose() {
        return Opcode.of(cursor.firstByte()) == Opcode.CLOSE;
    }

    private boolean mayBeCompressed() {
        int first = cursor.firstByte();
        Opcode opcode = Opcode.of(first);
        return !opcode.isControl() && ((first & RSV1) != 0 || opcode == Opcode.CONTINUATION);
    }

    private void reserve(int size) {
        if (array.length < size) {
            array = new byte[Math.max(size, 2 * array.length)];
            target = ByteBuffer.wrap(array);
        }
        target.clear();
    }
}
