package io.scflocal.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of gitignore(5). */
class IgnoreRulesTest {

    @ParameterizedTest
    @CsvSource({
        "*.log, a.log, true",
        "*.log, x/y/a.log, true",
        "*.log, a.logs, false",
        "/a, a, true",
        "/a, x/a, false",
        "x/a, x/a, true",
        "x/a, y/x/a, false",
        "**/a, y/x/a, true",
        "**/a, a, true",
        "x/**, x/y/z, true",
        "x/**/z, x/z, true",
        "x/**/z, x/y/w/z, true",
        "d/, d, false",
        "a?c, abc, true",
        "a?c, a/c, false",
        "[a-c].js, b.js, true",
        "[!a-c].js, b.js, false",
        "a.c, abc, false",
        "\\#a, #a, true",
        "# a, # a, false",
        "名*, 名字, true",
    })
    void matchesAsGitDoes(String pattern, String path, boolean ignored) {
        assertEquals(ignored, IgnoreRules.of(List.of(pattern)).ignores(path, false));
    }

    @ParameterizedTest
    @CsvSource({"d/, d, true", "/d/, x/d, false", "d, d, true"})
    void matchesDirectories(String pattern, String path, boolean ignored) {
        assertEquals(ignored, IgnoreRules.of(List.of(pattern)).ignores(path, true));
    }

    @ParameterizedTest
    @CsvSource({"!.env, .env, false", "!a.log, a.log, false", "!a.log, b.log, true"})
    void theLastPatternDecides(String pattern, String path, boolean ignored) {
        assertEquals(ignored, IgnoreRules.of(List.of("*.log", pattern)).ignores(path, false));
    }
}
