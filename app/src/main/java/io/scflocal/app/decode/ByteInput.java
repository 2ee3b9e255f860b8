package io.scflocal.app.decode;

import java.util.Arrays;

/** Reads bytes in network order one value after the other. Confined to one thread. */
final class ByteInput {
    private final byte[] bytes;
    private final int end;
    private int at;

    ByteInput(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        at = from;
    }

    ByteInput(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    /** The next byte, 0 to 255, which stays the next one. */
    int peek() throws DecodeException {
        need(1);
        return bytes[at] & 0xFF;
    }

    /** The next byte, 0 to 255. */
    int next() throws DecodeException {
        int next = peek();
        at++;
        return next;
    }

    /** So many bytes as a number, the highest first; all 64 bits if they are eight. */
    long number(int count) throws DecodeException {
        need(count);
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at] & 0xFF;
            at++;
        }
        return value;
    }

    /** So many bytes as a number, the lowest first. */
    long littleEndian(int count) throws DecodeException {
        long value = number(count);
        return Long.reverseBytes(value) >>> 64 - count * 8;
    }

    /** So many bytes. */
    byte[] take(long count) throws DecodeException {
        skip(count);
        return Arrays.copyOfRange(bytes, at - (int) count, at);
    }

    /** Goes over so many bytes. */
    void skip(long count) throws DecodeException {
        need(count);
        at += (int) count;
    }

    private void need(long count) throws DecodeException {
        if (count < 0 || count > end - at) {
            throw new DecodeException(Fault.ENDS_EARLY, end);
        }
    }

    /** There must be no more. */
    void end() throws DecodeException {
        if (at < end) {
            throw new DecodeException(Fault.GOES_ON, at);
        }
    }
}
