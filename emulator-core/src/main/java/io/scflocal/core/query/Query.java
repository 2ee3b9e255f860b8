package io.scflocal.core.query;

import java.util.List;
import java.util.Map;

/** What a text in the filter box is. */
public sealed interface Query {

    /** A valid expression. */
    record Expression(Expr expr) implements Query {}

    /**
     * Words to look for.
     *
     * @param expr the same as an expression, for the scan
     */
    record QuickSearch(List<QuickTerm> terms, Expr expr) implements Query {
        public QuickSearch {
            terms = List.copyOf(terms);
        }
    }

    /** Meant as an expression, but none; not to be applied. */
    record Error(QueryError error) implements Query {}

    /** Parses a text where no presets are known. */
    static Query parse(String text) {
        return parse(text, Map.of());
    }

    /**
     * Parses a text. If it is a valid expression it is one; if it looks like one, because of an operator or of a field followed by one,
     * it is an error; anything else is a quick search. Never throws.
     *
     * @param presets texts of expressions by their names, without the dollar sign
     */
    static Query parse(String text, Map<String, String> presets) {
        try {
            return new Expression(Parser.parse(text, new PresetScope(presets)));
        } catch (QueryException e) {
            if (QuickSearches.looksLikeExpression(text)) {
                return new Error(e.error());
            }
            List<QuickTerm> terms = QuickSearches.terms(text);
            return new QuickSearch(terms, QuickSearches.expr(terms));
        }
    }
}
