package io.scflocal.core.query;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;

/** Looks for a pattern in the payload; what must be there for it to be found is looked for first, without decoding. */
final class PatternTest implements FrameTest {
    private final Matcher matcher;
    private final byte[] required;

    PatternTest(String pattern) {
        matcher = Patterns.compile(pattern).matcher("");
        required = RequiredLiteral.of(pattern).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean test(Subject subject) {
        FrameBytes bytes = subject.bytes();
        int length = bytes.loadPayload();
        if (required.length > 0 && ByteArrays.indexOfIgnoringCase(bytes.array(), 0, length, required) < 0) {
            return false;
        }
        return find(matcher, bytes.text());
    }

    @Override
    public Tier tier() {
        return Tier.PARSED;
    }

    /**
     * Whether a pattern is found.
     *
     * @throws DecodedText.GivenUp if it takes too many steps or too much stack
     */
    static boolean find(Matcher matcher, DecodedText text) {
        try {
            return matcher.reset(text).find();
        } catch (StackOverflowError tooDeep) {
            throw new DecodedText.GivenUp();
        }
    }
}
