package io.scflocal.core.query;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * A text that is read again and again without a new string for each. It counts how often a pattern looks at a character, so that a
 * pattern which tries endless combinations is given up. For one thread at a time.
 */
final class DecodedText implements CharSequence {
    private static final int STEPS = 2_000_000;
    private static final int STEPS_PER_CHARACTER = 32;
    private static final int STEPS_BETWEEN_CHECKS = 1 << 16;

    /** The pattern looked at too many characters, or nobody wants to know any more. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivenUp() {
            super(null, null, false, false);
        }
    }

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final BooleanSupplier cancelled;
    private CharBuffer target = CharBuffer.allocate(1024);
    private char[] characters = target.array();
    private int length;
    private long stepsLeft;

    DecodedText(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /** Reads bytes as UTF-8, with U+FFFD in place of what is not. */
    void read(ByteBuffer bytes) {
        if (target.capacity() < bytes.remaining()) {
            target = CharBuffer.allocate(Math.max(bytes.remaining(), 2 * target.capacity()));
            characters = target.array();
        }
        target.clear();
        decoder.reset();
        decoder.decode(bytes, target, true);
        decoder.flush(target);
        length = target.position();
        renew();
    }

    /** Takes a text that is there already. */
    void read(String text) {
        characters = text.toCharArray();
        target = CharBuffer.wrap(characters);
        length = characters.length;
        renew();
    }

    /** Gives the full number of steps again. */
    void renew() {
        stepsLeft = STEPS + (long) STEPS_PER_CHARACTER * length;
    }

    @Override
    public char charAt(int index) {
        if ((--stepsLeft & STEPS_BETWEEN_CHECKS - 1) == 0 && (stepsLeft <= 0 || cancelled.getAsBoolean())) {
            throw new GivenUp();
        }
        return characters[index];
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(characters, start, end - start);
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
