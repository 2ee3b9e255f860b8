package io.scflocal.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Runs the inputs that were found so far; with {@code JAZZER_FUZZ=1} it looks for more. */
class QueryFuzzTest {

    @DictionaryEntries({
        "len",
        "op",
        "dir",
        "text",
        "bytes",
        "frame",
        "json",
        "conn.header",
        "conn.path",
        "time",
        "cdelta",
        "fin",
        "==",
        "!=",
        "<=",
        ">=",
        "&&",
        "||",
        "not in",
        "contains",
        "~",
        "matches",
        "has(",
        "lower(",
        "hex(",
        "[",
        "]",
        "{",
        "}",
        "..",
        "$",
        "5s",
        "10ms",
        "1KB",
        "0x1f",
        "08:ff",
        "\"12:03:04\"",
        "r\"",
        "\\u00e9",
        "/a/i",
        "c:1"
    })
    @FuzzTest(maxDuration = "10m")
    void noTextThrowsAndWhatIsPrintedMeansTheSame(FuzzedDataProvider data) {
        Query query = Query.parse(data.consumeRemainingAsString());
        if (query instanceof Query.Expression expression) {
            new Plan(expression.expr(), QueryFixture.NOTHING_KNOWN).always();
            assertEquals(expression.expr(), QueryFixture.expr(expression.expr().text()));
        } else if (query instanceof Query.QuickSearch search) {
            new Plan(search.expr(), QueryFixture.NOTHING_KNOWN).always();
        }
    }
}
