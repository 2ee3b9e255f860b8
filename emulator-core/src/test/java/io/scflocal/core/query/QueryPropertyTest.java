package io.scflocal.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryPropertyTest {
    private static final String[] PIECES = {
        "len",
        "op",
        "==",
        "!=",
        "<",
        "&&",
        "||",
        "!",
        "(",
        ")",
        "text",
        "contains",
        "\"",
        "\\",
        "json",
        ".",
        "..",
        "[",
        "]",
        "{",
        "}",
        "in",
        "not",
        "/",
        "~",
        "$",
        "5",
        "5s",
        "-",
        "0a:ff",
        "r\"",
        "null",
        "true",
        "conn.header",
        "has(",
        "lower(",
        "é",
        "\u0000",
        "\uD83D\uDE00",
        "c:",
        ",",
        "time",
        "\"12:03\"",
        "bytes[",
        ":",
        "0x",
        "1e9",
        "9999999999",
        " "
    };

    @Test
    void noTextThrows() {
        Random random = new Random(7);
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
                text.append(
                        random.nextInt(8) == 0
                                ? String.valueOf((char) random.nextInt(0x300))
                                : PIECES[random.nextInt(PIECES.length)]);
                if (random.nextBoolean()) {
                    text.append(' ');
                }
            }
            Query query = Query.parse(text.toString());
            if (query instanceof Query.Expression expression) {
                new Plan(expression.expr(), QueryFixture.NOTHING_KNOWN).always();
            } else if (query instanceof Query.QuickSearch search) {
                new Plan(search.expr(), QueryFixture.NOTHING_KNOWN).always();
            }
        }
    }

    @Test
    void longTextsDoNotThrow() {
        for (String piece : List.of(
                "(", "!", "fin && ", "\"", "/", "/a", "json", "json.a", "a", "not ", "[", "1", "\\", "$", "! ")) {
            assertNotNull(Query.parse(piece.repeat(50_000)), piece);
            assertNotNull(Query.parse("text ~ \"" + piece.repeat(50_000)), piece);
            assertNotNull(Query.parse("text ~ " + piece.repeat(50_000)), piece);
            assertNotNull(Query.parse("len == " + piece.repeat(50_000)), piece);
        }
    }

    @Test
    void printedExpressionsParseToTheSameTree() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            Expr expr = expr(random, 4);
            assertEquals(expr, QueryFixture.expr(expr.text()), expr::text);
        }
    }

    static Expr expr(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return test(random);
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Expr.Not(expr(random, depth - 1));
            case 1 -> new Expr.And(terms(random, depth - 1));
            default -> new Expr.Or(terms(random, depth - 1));
        };
    }

    private static List<Expr> terms(Random random, int depth) {
        List<Expr> terms = new ArrayList<>();
        for (int i = random.nextInt(3) + 2; i > 0; i--) {
            terms.add(expr(random, depth));
        }
        return terms;
    }

    private static Expr test(Random random) {
        Operand number = new Operand.Plain(random.nextBoolean() ? Field.N : Field.LEN, null);
        Operand text = text(random);
        Comparison comparison = Comparison.values()[random.nextInt(6)];
        return switch (random.nextInt(9)) {
            case 0 -> new Expr.Compare(number, comparison, number(random));
            case 1 -> new Expr.Compare(text, comparison, string(random));
            case 2 -> new Expr.Find(text, TextOperator.values()[random.nextInt(3)], string(random));
            case 3 -> new Expr.Matches(text, java.util.regex.Pattern.quote("a\"\\d" + random.nextInt(9)));
            case 4 -> new Expr.In(number, random.nextBoolean(), List.of(item(random), item(random)));
            case 5 -> new Expr.Present(text);
            case 6 ->
                new Expr.Compare(
                        new Operand.Plain(Field.BYTES, slice(random)), Comparison.EQ, new Literal.Bytes("08ff"));
            case 7 -> new Expr.Compare(new Operand.Plain(Field.OP, null), Comparison.NE, new Literal.Word("ping"));
            default -> new Expr.CompareFields(text, comparison, text(random));
        };
    }

    private static Expr.Item item(Random random) {
        return new Expr.Item(number(random), number(random));
    }

    private static Slice slice(Random random) {
        return random.nextBoolean()
                ? new Slice(random.nextInt(20) - 10, null)
                : new Slice(random.nextInt(20) - 10, 1 + random.nextInt(9));
    }

    private static Operand text(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Operand.Plain(Field.TEXT, random.nextBoolean() ? null : slice(random));
            case 1 ->
                new Operand.Keyed(
                        random.nextBoolean() ? Field.CONN_HEADER : Field.CONN_QUERY,
                        string(random).value());
            case 2 ->
                new Operand.Json(new JsonPath(List.of(
                        new JsonPath.Step.Key(string(random).value()),
                        new JsonPath.Step.Anywhere("a"),
                        new JsonPath.Step.Index(random.nextInt(9)))));
            case 3 -> new Operand.Call(Function.UPPER, new Operand.Plain(Field.CONN_PATH, null));
            default -> new Operand.Call(Function.HEX, new Operand.Plain(Field.FRAME, slice(random)));
        };
    }

    private static Literal.Number number(Random random) {
        return new Literal.Number(BigDecimal.valueOf(random.nextInt(2000) - 1000, random.nextInt(4)), Unit.NONE);
    }

    private static Literal.Text string(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append((char) (1 + random.nextInt(0x2FF)));
        }
        return new Literal.Text(text.toString());
    }
}
