package io.scflocal.app.payload;

import java.util.Optional;

/** Kinds of binary content that give themselves away by their first bytes. */
public enum ContentType {
    PNG("image/png", 0x89, 'P', 'N', 'G'),
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    GIF("image/gif", 'G', 'I', 'F', '8'),
    PDF("application/pdf", '%', 'P', 'D', 'F'),
    ZIP("application/zip", 'P', 'K', 3, 4),
    GZIP("application/gzip", 0x1F, 0x8B, 8);

    private final String mediaType;
    private final int[] signature;

    ContentType(String mediaType, int... signature) {
        this.mediaType = mediaType;
        this.signature = signature;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** What content that begins with {@code bytes} probably is. */
    public static Optional<ContentType> of(byte[] bytes) {
        for (ContentType type : values()) {
            if (type.begins(bytes)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] bytes) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
