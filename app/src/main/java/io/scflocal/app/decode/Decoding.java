package io.scflocal.app.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a payload.
 *
 * @param formats what it was read as: the outermost format first, what is in it behind
 * @param decoded what was found; {@link Decoded.Bytes} if reading failed
 * @param inner the bytes in which it was found, if they aren't those of the payload itself
 * @param failure what failed and where; empty if nothing did
 */
public record Decoding(List<Format> formats, Decoded decoded, Optional<byte[]> inner, Optional<Failure> failure) {

    /**
     * Something that was tried and failed.
     *
     * @param format what the payload was read as
     * @param fault why it is something else
     * @param position where, from 0
     */
    public record Failure(Format format, Fault fault, long position) {}

    public Decoding {
        formats = List.copyOf(formats);
    }

    static Decoding of(Format format, Decoded decoded) {
        return new Decoding(List.of(format), decoded, Optional.empty(), Optional.empty());
    }

    static Decoding failed(Format format, DecodeException why) {
        Failure failure = new Failure(format, why.fault(), why.position());
        return new Decoding(List.of(format), new Decoded.Bytes(), Optional.empty(), Optional.of(failure));
    }

    /** The same, found in {@code bytes} that were packed as {@code outer}. */
    Decoding within(Format outer, byte[] bytes) {
        List<Format> all = new ArrayList<>(List.of(outer));
        all.addAll(formats);
        return new Decoding(all, decoded, Optional.of(inner.orElse(bytes)), failure);
    }
}
