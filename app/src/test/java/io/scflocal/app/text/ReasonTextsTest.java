package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.export.ImportException;
import io.scflocal.core.export.ImportFault;
import io.scflocal.core.export.JsonlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults of files and of regular expressions are told in the user's language. */
class ReasonTextsTest {
    private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
    private static final Messages CHINESE = Messages.in(Language.CHINESE);

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource
    void everyFaultOfAFileHasAText(ImportFault fault) {
        assertTrue(ENGLISH.has("captures.import." + fault.id()), fault.id());
    }

    @Test
    void aFaultNamesItsLineInEitherLanguage() {
        ImportException failure = assertThrows(
                ImportException.class,
                () -> JsonlReader.read(
                        new ByteArrayInputStream(
                                "{\"$schema\":\"scf-frames/1\",\"started\":\"2026-11-22T04:03:11Z\"}\n{\"ev\":\"what\"}"
                                        .getBytes(StandardCharsets.UTF_8)),
                        temporary.resolve("capture")));
        assertEquals("line 2: \"what\" is no known event", ImportText.of(ENGLISH, failure));
        assertEquals("第 2 行：没有名为“what”的事件", ImportText.of(CHINESE, failure));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "*a, dangling",
                "(a, group",
                "a), closing",
                "[a, class",
                "[z-a], range",
                "`a{2,1}`, repetition",
                "`a{2`, repetition",
                "`{`, repetition",
                "\\y, escape",
                "\\xZZ, escape",
                "\\p{What}, property",
                "(?z), flag",
                "(?<a>x)(?<a>y), name"
            })
    void whatJavaSaysOfAPatternIsKnown(String pattern, String kind) {
        PatternSyntaxException said = assertThrows(PatternSyntaxException.class, () -> Pattern.compile(pattern));
        assertEquals(CHINESE.get("query.pattern." + kind), PatternText.of(CHINESE, said.getDescription()));
    }

    @Test
    void whatJavaMaySayLaterIsNoFailure() {
        assertEquals("it is no regular expression", PatternText.of(ENGLISH, "Something new near index 3"));
    }
}
