package io.scflocal.core.query;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells what a payload looks like. Confined to one thread. */
final class Kinds {
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] GIF = {'G', 'I', 'F', '8'};
    private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
    private static final byte[] WEBP = {'W', 'E', 'B', 'P'};
    private static final int WEBP_AT = 8;

    private final JsonReader json;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(4096);

    Kinds(JsonReader json) {
        this.json = json;
    }

    /** A word of {@link ValueType#KIND}; null for an empty payload. */
    @Nullable
    String of(FrameBytes frame) {
        int length = frame.loadPayload();
        byte[] bytes = frame.array();
        if (length == 0) {
            return null;
        }
        if (startsWith(bytes, length, 0, GZIP)) {
            return "gzip";
        }
        if (isImage(bytes, length)) {
            return "image";
        }
        if (json.isDocument(bytes, length)) {
            return "json";
        }
        if (!isUtf8(bytes, length)) {
            return "unknown";
        }
        return firstVisible(bytes, length) == '<' ? "xml" : "text";
    }

    private static boolean isImage(byte[] bytes, int length) {
        return startsWith(bytes, length, 0, PNG)
                || startsWith(bytes, length, 0, JPEG)
                || startsWith(bytes, length, 0, GIF)
                || startsWith(bytes, length, 0, RIFF) && startsWith(bytes, length, WEBP_AT, WEBP);
    }

    private static boolean startsWith(byte[] bytes, int length, int at, byte[] magic) {
        return at + magic.length <= length && ByteArrays.matches(bytes, at, magic);
    }

    private boolean isUtf8(byte[] bytes, int length) {
        ByteBuffer source = ByteBuffer.wrap(bytes, 0, length);
        decoder.reset();
        CoderResult result;
        do {
            decoded.clear();
            result = decoder.decode(source, decoded, true);
        } while (result.isOverflow());
        return !result.isError();
    }

    private static byte firstVisible(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return bytes[i];
            }
        }
        return ' ';
    }
}
