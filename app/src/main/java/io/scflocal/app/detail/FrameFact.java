package io.scflocal.app.detail;

/**
 * One field of a frame and what its value means.
 *
 * @param from its first bit in the frame, from 0
 * @param bits how many bits it has
 * @param name its name in RFC 6455
 * @param value its value
 * @param meaning the value in words
 * @param violation whether RFC 6455 forbids the value
 */
record FrameFact(long from, long bits, String name, String value, String meaning, boolean violation) {

    /** Its bits as a range: {@code 4–7}. */
    String range() {
        return bits == 1 ? Long.toString(from) : from + "–" + (from + bits - 1);
    }
}
