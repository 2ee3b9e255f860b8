package io.scflocal.app.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.decode.Cancellation;
import io.scflocal.app.decode.DecodeException;
import io.scflocal.app.decode.JsonOutline;
import io.scflocal.app.lines.Line;
import io.scflocal.app.lines.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyLinesTest {

    private static String pretty(String json) {
        return text(lines(json, false).orElseThrow());
    }

    private static Optional<List<Line>> lines(String json, boolean mayBeCut) {
        try {
            Cancellation nobody = new Cancellation();
            return Optional.of(new PrettyLines(JsonOutline.read(json, mayBeCut, nobody), nobody));
        } catch (DecodeException e) {
            // Said by the result.
            return Optional.empty();
        }
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    @Test
    void objectsAreIndentedAndShortArraysStayOnOneLine() {
        assertEquals(
                """
                {
                  "room": 1,
                  "members": [ "lin", "zhao" ],
                  "empty": {},
                  "none": [],
                  "list": [
                    {
                      "x": null
                    }
                  ]
                }""",
                pretty(
                        "{\"room\":1,\"members\":[\"lin\", \"zhao\"],\"empty\":{ },\"none\":[],\"list\":[{\"x\":null}]}"));
    }

    @Test
    void numbersKeepEveryDigit() {
        String number = "-485091432142801408123456789.10E+0400";
        assertTrue(pretty("{\"id\":" + number + "}").contains(number));
    }

    @Test
    void keysAndValuesHaveColoursOfTheirOwn() {
        Line line = lines("{\"a\":[\"s\",1,true]}", false).orElseThrow().get(1);
        List<Run.Kind> kinds = line.runs().stream()
                .map(Run::kind)
                .filter(kind -> kind != Run.Kind.PLAIN)
                .toList();
        assertEquals(List.of(Run.Kind.KEY, Run.Kind.STRING, Run.Kind.NUMBER, Run.Kind.LITERAL), kinds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "42",
                "\"text\"",
                "[INFO] started",
                "{\"a\":1",
                "{\"a\" 1}",
                "{a:1}",
                "[1,]",
                "[1 2]",
                "{\"a\":1}}",
                "{\"a\":1} {\"b\":2}",
                "[01]",
                "[1.]",
                "[-]",
                "[1e]",
                "[tru]",
                "[\"a]",
                "[\"a\nb\"]",
                "{]",
                "[}",
                "{,}",
                "{\"a\":}"
            })
    void whatIsNotAJsonObjectOrArrayIsLeftAlone(String text) {
        assertTrue(lines(text, false).isEmpty());
    }

    @Test
    void everyBeginningOfAJsonTextIsLaidOutWhenTheRestMayBeInAnotherFrame() {
        String json = "{\"a\\\"b\":[1.5e+3,true,null,{\"c\":\"早\\\\\"}],\"d\":-0}";
        for (int end = 1; end <= json.length(); end++) {
            String beginning = json.substring(0, end);
            assertTrue(lines(beginning, true).isPresent(), beginning);
        }
        assertFalse(lines("[INFO] started", true).isPresent());
    }

    @Test
    void aMillionBracketsTakeNeitherTheStackNorTheHeap() {
        String deep = "[".repeat(200_000) + "1" + "]".repeat(200_000);
        assertEquals(400_000 - 1, lines(deep, false).orElseThrow().size());
    }

    @Test
    void noLineIsLongerThanTheLimit() {
        String text = "é😀".repeat(10_000);
        List<Line> lines = lines("{\"long\":\"" + text + "\"}", false).orElseThrow();
        assertTrue(lines.stream().allMatch(line -> line.text().length() <= Line.MAX_CHARS));
        assertTrue(lines.stream().map(Line::text).collect(Collectors.joining()).contains(text));
        assertTrue(lines.stream()
                .noneMatch(line -> Character.isLowSurrogate(line.text().charAt(0))));
    }
}
