package io.scflocal.app.payload;

import java.util.Arrays;

/** Bytes that are read piece by piece; reading may block on the disk. */
public interface ByteSource {

    /** How many there are. */
    int length();

    /** The bytes from {@code offset} on, at most {@code limit} of them. */
    byte[] read(long offset, int limit);

    /** Bytes that are in memory. */
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public int length() {
                return bytes.length;
            }

            @Override
            public byte[] read(long offset, int limit) {
                int from = (int) Math.min(offset, bytes.length);
                return Arrays.copyOfRange(bytes, from, from + Math.min(limit, bytes.length - from));
            }
        };
    }
}
