package io.scflocal.app.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEscapesTest {
    @Test
    void charactersThatAreNamedByNumberAreRead() {
        assertEquals("早上好, \uD83D\uDE00", JsonEscapes.readable("\\u65e9\\u4E0A\\u597d, \\ud83d\\ude00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain 早", "\\n \\t", "\\u0022", "\\u005c", "\\u0000", "\\u200b", "\\\\u65e9", "\\u65e", "\\"})
    void everythingElseStaysAsItIsWritten(String written) {
        assertEquals(written, JsonEscapes.readable(written));
    }
}
