package io.scflocal.app.filter;

import io.scflocal.core.query.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of an expression that all have to hold.
 *
 * @param terms in their order, one at least
 */
record FilterTerms(List<Expr> terms) {

    FilterTerms {
        terms = List.copyOf(terms);
    }

    static FilterTerms of(Expr expression) {
        return new FilterTerms(expression instanceof Expr.And and ? and.terms() : List.of(expression));
    }

    /** Each as an expression of its own. */
    List<String> texts() {
        return terms.stream().map(Expr::text).toList();
    }

    /** All of them as one expression. */
    String text() {
        return terms.size() == 1 ? terms.get(0).text() : new Expr.And(terms).text();
    }

    /** Those that are left when one of several goes. */
    FilterTerms without(int place) {
        List<Expr> left = new ArrayList<>(terms);
        left.remove(place);
        return new FilterTerms(left);
    }

    /** The same, with the opposite of one. */
    FilterTerms negated(int place) {
        List<Expr> all = new ArrayList<>(terms);
        all.set(place, all.get(place) instanceof Expr.Not not ? not.term() : new Expr.Not(all.get(place)));
        return new FilterTerms(all);
    }
}
