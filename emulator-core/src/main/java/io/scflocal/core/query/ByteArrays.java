package io.scflocal.core.query;

/** Looks for bytes in bytes. */
final class ByteArrays {
    private ByteArrays() {}

    /** The first place between {@code from} and {@code to} where the part, which is not empty, stands; -1 if there is none. */
    static int indexOf(byte[] bytes, int from, int to, byte[] part) {
        byte first = part[0];
        int last = to - part.length;
        for (int i = from; i <= last; i++) {
            if (bytes[i] == first && matches(bytes, i, part)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The same without regard to the case of ASCII letters.
     *
     * @param lower the part in lower case
     */
    static int indexOfIgnoringCase(byte[] bytes, int from, int to, byte[] lower) {
        byte first = lower[0];
        byte upper = upper(first);
        int last = to - lower.length;
        for (int i = from; i <= last; i++) {
            byte b = bytes[i];
            if ((b == first || b == upper) && matchesIgnoringCase(bytes, i, lower)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the part stands at {@code at}, where there is room for it. */
    static boolean matches(byte[] bytes, int at, byte[] part) {
        for (int i = 0; i < part.length; i++) {
            if (bytes[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }

    /** The same with ASCII letters in lower case. */
    static byte[] lower(byte[] bytes) {
        byte[] lower = bytes.clone();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = lower[i] >= 'A' && lower[i] <= 'Z' ? (byte) (lower[i] + 32) : lower[i];
        }
        return lower;
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesIgnoringCase(byte[] bytes, int at, byte[] lower) {
        for (int i = 0; i < lower.length; i++) {
            byte b = bytes[at + i];
            if (b != lower[i] && b != upper(lower[i])) {
                return false;
            }
        }
        return true;
    }

    private static byte upper(byte lower) {
        return lower >= 'a' && lower <= 'z' ? (byte) (lower - 32) : lower;
    }
}
