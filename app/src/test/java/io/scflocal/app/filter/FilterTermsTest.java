package io.scflocal.app.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.scflocal.core.query.Query;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterTermsTest {
    private static FilterTerms terms(String text) {
        return FilterTerms.of(assertInstanceOf(Query.Expression.class, Query.parse(text, Map.of()))
                .expr());
    }

    @Test
    void onlyWhatHasToHoldTogetherIsTakenApart() {
        assertEquals(
                List.of("conn == 3", "!control"), terms("conn == 3 && !control").texts());
        assertEquals(
                List.of("conn == 3 || control"), terms("conn == 3 || control").texts());
    }

    @Test
    void whatIsLeftOfATermIsAnExpressionAgain() {
        assertEquals("conn == 3", terms("conn == 3 && !control").without(1).text());
    }

    @Test
    void theOppositeOfAnOppositeIsTheTermItself() {
        FilterTerms once = terms("conn == 3 && control").negated(1);
        assertEquals("conn == 3 && !control", once.text());
        assertEquals("conn == 3 && control", once.negated(1).text());
    }
}
