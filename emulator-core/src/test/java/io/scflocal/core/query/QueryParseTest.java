package io.scflocal.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.query.QueryError.Code;
import io.scflocal.core.query.QueryError.Expected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParseTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "dir == c2f && op == text => dir == c2f && op == text",
                "dir eq send and op ne 2 => dir == c2f && op != 2",
                "dir == server || dir == up => dir == f2c || dir == c2f",
                "!control => !control",
                "not (fin or rsv1) and data => !(fin || rsv1) && data",
                "len > 64KB || len<=1mb => len > 64KB || len <= 1MB",
                "64 < len => len > 64",
                "conn == 3 && cdelta > 1.5s => conn == 3 && cdelta > 1.5s",
                "close.code in {1006, 1011..1015} => close.code in {1006, 1011..1015}",
                "op not in {ping, pong} => op not in {ping, pong}",
                "json.type != \"heartbeat\" && !(op in {ping,pong}) => json.type != \"heartbeat\" && !(op in {ping, pong})",
                "bytes[0:2] == 08:96 => bytes[0:2] == 08:96",
                "bytes[1-2] == 0A:0b => bytes[1:2] == 0a:0b",
                "bytes[-4:] contains \"a\" => bytes[-4:] contains \"a\"",
                "bytes[:3] == \"abc\" && bytes[7] == 0xff => bytes[0:3] == \"abc\" && bytes[7] == 255",
                "text ~ \"order-\\d+\" => text ~ \"order-\\\\d+\"",
                "text matches /a\\/b/i => text ~ \"a\\\\/b\"",
                "text contains r\"a\\b\" => text contains \"a\\\\b\"",
                "json.user.id == 485091432142801408 => json.user.id == 485091432142801408",
                "json[\"a b\"][0].c == null => json[\"a b\"][0].c == null",
                "json..type startswith \"x\" => json..type startswith \"x\"",
                "conn.header.user-agent icontains \"curl\" => conn.header.user-agent icontains \"curl\"",
                "conn.header[\"X.Y\"] == \"1\" => conn.header[\"X.Y\"] == \"1\"",
                "conn.query.token => conn.query.token",
                "conn.closecause == idle-timeout => conn.closecause == idle-timeout",
                "time > -5m && time in {\"12:00\"..\"12:05\"} => time > -5m && time in {\"12:00\"..\"12:05\"}",
                "lower(text) == \"a\" && len(json.a) > 3 => lower(text) == \"a\" && len(json.a) > 3",
                "count(json.items) >= 2 and has(json.a) => count(json.items) >= 2 && has(json.a)",
                "hex(bytes[0:2]) == \"0896\" => hex(bytes[0:2]) == \"0896\"",
                "abs(json.x) < 1.5 => abs(json.x) < 1.5",
                "len == wire => len == wire",
                "kind == json => kind == json",
                "true => true",
            })
    void expressionsParseAndPrint(String text, String printed) {
        Expr expr = QueryFixture.expr(text);
        assertEquals(printed, expr.text());
        assertEquals(expr, QueryFixture.expr(printed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "len contains \"x\" | WRONG_OPERATOR | 5 | OPERATOR | contains",
                "lenn > 5 | UNKNOWN_FIELD | 1 | FIELD | lenn",
                "op == txt | UNEXPECTED | 7 | WORD | txt",
                "op == | UNEXPECTED | 6 | WORD | ``",
                "len > | UNEXPECTED | 6 | SIZE | ``",
                "len > \"x\" | WRONG_VALUE | 7 | SIZE | \"x\"",
                "len > 5s | WRONG_VALUE | 7 | SIZE | 5s",
                "cdelta > 5 | WRONG_VALUE | 10 | DURATION | 5",
                "fin < true | WRONG_OPERATOR | 5 | OPERATOR | <",
                "dir > c2f | WRONG_OPERATOR | 5 | OPERATOR | >",
                "time > \"25:00\" | WRONG_VALUE | 8 | TIME | \"25:00\"",
                "fin && | UNEXPECTED | 7 | FIELD | ``",
                "(fin && op == text | UNEXPECTED | 19 | CLOSING_PARENTHESIS | ``",
                "fin == true fin | UNEXPECTED | 13 | AND_OR_END | fin",
                "len = 5 | UNEXPECTED | 5 | OPERATOR | =",
                "text contains \"abc | UNEXPECTED | 19 | END_OF_STRING | ``",
                "text contains abc | UNEXPECTED | 15 | STRING | abc",
                "text ~ \"(\" | BAD_PATTERN | 8 | PATTERN | (",
                "op in {ping | UNEXPECTED | 12 | CLOSING_BRACE | ``",
                "op in ping | UNEXPECTED | 7 | OPENING_BRACE | ping",
                "delta > 1s | DEPENDS_ON_FILTER | 1 | FIELD | delta",
                "$none | UNKNOWN_PRESET | 1 | PRESET_NAME | none",
                "hexx(bytes) == \"a\" | UNKNOWN_FUNCTION | 1 | FIELD | hexx",
                "hex(len) == \"a\" | WRONG_ARGUMENT | 5 | FIELD | len",
                "bytes[2-1] == 00:11 | UNEXPECTED | 8 | SLICE | -1",
                "bytes[x] == 00:11 | UNEXPECTED | 7 | SLICE | x",
                "len[0] == 1 | UNEXPECTED | 4 | OPERATOR | [",
                "op == text == fin | UNEXPECTED | 12 | AND_OR_END | ==",
                "json.a == 5ms | WRONG_VALUE | 11 | LITERAL | 5ms",
                "json.a < null | WRONG_VALUE | 10 | LITERAL | null",
                "conn.headers.a == \"x\" | UNKNOWN_FIELD | 1 | FIELD | conn.headers.a",
                "len == op | WRONG_VALUE | 8 | SIZE | op",
            })
    void errorsSayColumnFoundAndExpected(String text, Code code, int column, Expected expected, String found) {
        QueryError error = QueryFixture.error(text);
        assertNotNull(error, text);
        assertEquals(new QueryError(code, column, found, expected, error.hint()), error);
        assertTrue(error.message().startsWith("Column " + column + ": "), error::message);
    }

    @Test
    void errorsHintAtWhatWasMeant() {
        assertEquals("len", QueryFixture.error("lenn > 5").hint());
        assertEquals("close.code", QueryFixture.error("close.cod == 5").hint());
        assertEquals("==", QueryFixture.error("len = 5").hint());
        assertTrue(QueryFixture.error("op == txt").hint().startsWith("text, binary"));
        assertEquals(
                "Column 1: There is no field lenn. (len)",
                QueryFixture.error("lenn > 5").message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "\"a b\"",
                "hello world",
                "{\"a\":1}",
                "a->b",
                "<b>",
                "ping",
                "42",
                "()",
                "!",
                "/(/",
                "c:"
            })
    void anythingElseIsAQuickSearch(String text) {
        assertInstanceOf(Query.QuickSearch.class, Query.parse(text), text);
    }

    @Test
    void quickSearchKnowsItsForms() {
        Query.QuickSearch search = assertInstanceOf(
                Query.QuickSearch.class,
                Query.parse("one \"two three\" !four /fi.e/i /Six/ c:seven !s:\"eight nine\""));
        assertEquals(
                List.of(
                        new QuickTerm(false, null, "one", false),
                        new QuickTerm(false, null, "two three", false),
                        new QuickTerm(true, null, "four", false),
                        new QuickTerm(false, null, "fi.e", true),
                        new QuickTerm(false, null, "(?-i)Six", true),
                        new QuickTerm(false, Direction.CLIENT_TO_FUNCTION, "seven", false),
                        new QuickTerm(true, Direction.FUNCTION_TO_CLIENT, "eight nine", false)),
                search.terms());
        assertEquals(
                "text icontains \"one\" && text icontains \"two three\" && !(text icontains \"four\") && text ~ \"fi.e\""
                        + " && text ~ \"(?-i)Six\" && (dir == c2f && text icontains \"seven\")"
                        + " && !(dir == f2c && text icontains \"eight nine\")",
                search.expr().text());
    }

    @Test
    void presetsAreExpandedAndCyclesFound() {
        Map<String, String> presets =
                Map.of("quiet", "!$beat", "beat", "op in {ping, pong}", "a", "$b || fin", "b", "!$a", "bad", "len >");
        Query.Expression quiet = assertInstanceOf(Query.Expression.class, Query.parse("$quiet && fin", presets));
        assertEquals("$quiet && fin", quiet.expr().text());
        assertEquals(Code.PRESET_CYCLE, presetError("fin && $a", presets).code());
        assertEquals(8, presetError("fin && $a", presets).column());
        assertEquals(Code.PRESET_BROKEN, presetError("$bad", presets).code());
        assertEquals("beat", presetError("$beet", presets).hint());
    }

    @Test
    void presetsThatDoubleThemselvesHaveAnEnd() {
        Map<String, String> presets = new java.util.HashMap<>();
        presets.put("p0", "fin");
        for (int i = 1; i < 19; i++) {
            presets.put("p" + i, "$p" + (i - 1) + " && $p" + (i - 1));
        }
        assertEquals(Code.TOO_DEEP, presetError("$p18", presets).code());
    }

    private static QueryError presetError(String text, Map<String, String> presets) {
        return assertInstanceOf(Query.Error.class, Query.parse(text, presets)).error();
    }
}
