package io.scflocal.app.decode;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates gzip (RFC 1952) and zlib (RFC 1950) data up to a size that fits into the heap. */
final class Inflated {
    /** More is not inflated. */
    static final int MAX_BYTES = 64 << 20;

    private static final int PIECE = 1 << 16;
    private static final int GZIP_FIXED = 10;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private Inflated() {}

    /** Whether this is how gzip data begins. */
    static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B && bytes[2] == 8;
    }

    /** Whether this may be how zlib data begins: a method, a window and a check sum that fit. */
    static boolean mayBeZlib(byte[] bytes) {
        return bytes.length > 2
                && (bytes[0] & 0xF) == 8
                && (bytes[0] >> 4 & 0xF) <= 7
                && (bytes[1] & 0x20) == 0
                && ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) % 31 == 0;
    }

    /** What gzip or zlib data hold; the position of a fault is in {@code bytes}. */
    static byte[] inflate(byte[] bytes, Cancellation cancellation) throws DecodeException {
        if (!isGzip(bytes)) {
            if (!mayBeZlib(bytes)) {
                throw new DecodeException(Fault.NOT_THE_FORMAT, 0);
            }
            return inflate(bytes, 0, false, cancellation);
        }
        return inflate(bytes, gzipHeader(bytes), true, cancellation);
    }

    private static int gzipHeader(byte[] bytes) throws DecodeException {
        ByteInput in = new ByteInput(bytes);
        in.skip(GZIP_FIXED);
        int flags = bytes[3];
        if ((flags & EXTRA) != 0) {
            in.skip(in.littleEndian(2));
        }
        skipText(in, (flags & NAME) != 0);
        skipText(in, (flags & COMMENT) != 0);
        if ((flags & HEADER_CHECKSUM) != 0) {
            in.skip(2);
        }
        return in.at();
    }

    private static void skipText(ByteInput in, boolean there) throws DecodeException {
        int next = there ? in.next() : 0;
        while (next != 0) {
            next = in.next();
        }
    }

    private static byte[] inflate(byte[] bytes, int from, boolean gzip, Cancellation cancellation)
            throws DecodeException {
        Inflater inflater = new Inflater(gzip);
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            while (!inflater.finished()) {
                cancellation.check();
                int length = inflater.inflate(piece);
                out.write(piece, 0, length);
                if (out.size() > MAX_BYTES) {
                    throw new DecodeException(Fault.TOO_LARGE, from + inflater.getBytesRead());
                }
                if (length == 0 && !inflater.finished()) {
                    throw new DecodeException(Fault.ENDS_EARLY, bytes.length);
                }
            }
            byte[] inflated = out.toByteArray();
            if (gzip) {
                checkTrailer(bytes, (int) (from + inflater.getBytesRead()), inflated);
            }
            return inflated;
        } catch (DataFormatException e) {
            throw new DecodeException(Fault.UNEXPECTED, from + inflater.getBytesRead());
        } finally {
            inflater.end();
        }
    }

    private static void checkTrailer(byte[] bytes, int from, byte[] inflated) throws DecodeException {
        CRC32 checksum = new CRC32();
        checksum.update(inflated);
        if (new ByteInput(bytes, from, bytes.length).littleEndian(4) != checksum.getValue()) {
            throw new DecodeException(Fault.UNEXPECTED, from);
        }
    }
}
