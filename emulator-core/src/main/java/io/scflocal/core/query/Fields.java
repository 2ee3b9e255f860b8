package io.scflocal.core.query;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds out which fields an expression names. */
final class Fields {
    private final Set<Field> found = EnumSet.noneOf(Field.class);

    private Fields() {}

    static Set<Field> in(Expr expr) {
        Fields fields = new Fields();
        fields.add(expr);
        return fields.found;
    }

    private void add(Expr expr) {
        if (expr instanceof Expr.And and) {
            addAll(and.terms());
        } else if (expr instanceof Expr.Or or) {
            addAll(or.terms());
        } else if (expr instanceof Expr.Not not) {
            add(not.term());
        } else if (expr instanceof Expr.Preset preset) {
            add(preset.body());
        } else if (expr instanceof Expr.Compare test) {
            add(test.left());
        } else if (expr instanceof Expr.CompareFields test) {
            add(test.left());
            add(test.right());
        } else if (expr instanceof Expr.Find find) {
            add(find.operand());
        } else if (expr instanceof Expr.Matches matches) {
            add(matches.operand());
        } else if (expr instanceof Expr.In in) {
            add(in.operand());
        } else if (expr instanceof Expr.Present present) {
            add(present.operand());
        }
    }

    private void addAll(List<Expr> terms) {
        terms.forEach(this::add);
    }

    private void add(Operand operand) {
        if (operand instanceof Operand.Plain plain) {
            found.add(plain.field());
        } else if (operand instanceof Operand.Keyed keyed) {
            found.add(keyed.field());
        } else if (operand instanceof Operand.Json) {
            found.add(Field.JSON);
        } else if (operand instanceof Operand.Call call) {
            add(call.argument());
        }
    }
}
