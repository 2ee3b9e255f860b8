package io.scflocal.app.payload;

import io.scflocal.core.capture.CaptureReader;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads pieces of a captured frame as byte arrays. */
public final class Payloads {
    private Payloads() {}

    /** The unmasked payload bytes from {@code offset} on, at most {@code length} of them. */
    public static byte[] read(CaptureReader reader, long number, long offset, int length) {
        return fill(length, (done, rest) -> reader.payload(number, offset + done, rest));
    }

    /** The bytes of the frame on the wire from {@code offset} on, at most {@code length} of them. */
    public static byte[] readWire(CaptureReader reader, long number, long offset, int length) {
        return fill(length, (done, rest) -> reader.wire(number, offset + done, rest));
    }

    /** At most {@code length} bytes of what {@code source} gives. */
    public static byte[] fill(int length, Source source) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && source.copy(bytes.position(), bytes) > 0) {
            // A store may copy less than was asked for, for example up to the end of a file.
        }
        return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
    }

    /** Copies bytes to {@code rest} when {@code done} are there already; 0 when there are no more. */
    public interface Source {
        int copy(long done, ByteBuffer rest);
    }
}
