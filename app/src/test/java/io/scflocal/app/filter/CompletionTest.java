package io.scflocal.app.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.query.Operand;
import io.scflocal.core.query.SeenValues.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static Completion at(String text) {
        return Completion.at(text, text.length(), Map.of("quiet", "!control"));
    }

    private static List<String> offered(String text, Seen... seen) {
        return at(text).suggestions(List.of("quiet"), List.of(seen)).stream()
                .map(Suggestion::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                         | TERM
                    'di'                       | TERM
                    '!'                        | TERM
                    '('                        | TERM
                    'dir '                     | OPERATOR
                    'dir =='                   | OPERATOR
                    'dir == '                  | VALUE
                    'dir == c2f '              | JOIN
                    'dir == c2f && '           | TERM
                    'dir == c2f && (op '       | OPERATOR
                    'op in {'                  | VALUE
                    'op in {ping, '            | VALUE
                    'json.type == "'           | VALUE
                    'len > 3'                  | NOTHING
                    'two words '               | NOTHING
                    """)
    void knowsWhatBelongsWhere(String text, Completion.Place place) {
        assertEquals(place, at(text).place());
    }

    @Test
    void offersFieldsOperatorsWordsAndPresets() {
        assertEquals(List.of("dir"), offered("di"));
        assertTrue(offered("").containsAll(List.of("op", "json.", "$quiet", "len(")));
        assertEquals(List.of("$quiet"), offered("fin && $q"));
        assertTrue(offered("json.type ").containsAll(List.of("==", "contains", "matches", "in {", "&&")));
        assertEquals(List.of("==", "!=", "in {", "&&", "||"), offered("dir "));
        assertEquals(List.of("&&", "||"), offered("fin "));
        assertEquals(List.of("pong"), offered("op == po"));
    }

    @Test
    void offersValuesThatWereSeenWithTheMostFrequentFirst() {
        assertEquals(
                List.of("\"chat\"", "\"ack\""),
                offered("json.type == ", new Seen("\"chat\"", 7), new Seen("\"ack\"", 2)));
        assertEquals(List.of("\"ack\""), offered("json.type == \"a", new Seen("\"chat\"", 7), new Seen("\"ack\"", 2)));
        assertEquals("text", offered("op == ", new Seen("text", 3)).get(0));
        assertFalse(offered("op == ", new Seen("text", 3)).subList(1, 6).contains("text"));
    }

    @Test
    void offersMembersThatWereSeen() {
        assertEquals(Optional.of("json"), at("fin && json.").operand().map(CompletionTest::path));
        assertEquals(Optional.of("json.user"), at("json.user.na").operand().map(CompletionTest::path));
        assertEquals(
                List.of("json.type", "json.tag."),
                offered("json.t", new Seen("json.type", 7), new Seen("json.tag.", 2), new Seen("json.id", 9)));
    }

    private static String path(Operand operand) {
        return ((Operand.Json) operand).path().text();
    }

    @Test
    void whatStandsThereAlreadyIsNotOffered() {
        assertEquals(List.of(), offered("dir"));
    }
}
