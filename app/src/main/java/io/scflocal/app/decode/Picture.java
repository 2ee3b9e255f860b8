package io.scflocal.app.decode;

import java.util.Optional;

/**
 * What an image file says of its size, read without decoding the image.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(int width, int height) {
    /** A larger image is not decoded: it would not fit into the heap. */
    private static final long MAX_PIXELS = 32L << 20;

    private static final int PNG_SIZE = 16;
    private static final int GIF_SIZE = 6;

    /** Whether it may be decoded. */
    public boolean isShowable() {
        return width > 0 && height > 0 && (long) width * height <= MAX_PIXELS;
    }

    /** The size of a PNG, JPEG or GIF image; empty if {@code bytes} are none of them. */
    public static Optional<Picture> of(byte[] bytes) {
        try {
            ByteInput in = new ByteInput(bytes);
            long start = in.number(4);
            if (start == 0x89504E47L) {
                in.skip(PNG_SIZE - 4);
                return Optional.of(new Picture((int) in.number(4), (int) in.number(4)));
            }
            if (start == 0x47494638L) {
                in.skip(GIF_SIZE - 4);
                return Optional.of(new Picture((int) in.littleEndian(2), (int) in.littleEndian(2)));
            }
            return start >> 8 == 0xFFD8FF ? jpeg(new ByteInput(bytes, 2, bytes.length)) : Optional.empty();
        } catch (DecodeException cutOff) {
            // Said by the result: an image without its beginning is none.
            return Optional.empty();
        }
    }

    /** Goes from segment to segment until the frame header, which has the size. Source: ITU-T T.81 annex B. */
    private static Optional<Picture> jpeg(ByteInput in) throws DecodeException {
        while (in.next() == 0xFF) {
            int marker = in.next();
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                in.skip(3);
                int height = (int) in.number(2);
                return Optional.of(new Picture((int) in.number(2), height));
            }
            in.skip(in.number(2) - 2);
        }
        return Optional.empty();
    }
}
