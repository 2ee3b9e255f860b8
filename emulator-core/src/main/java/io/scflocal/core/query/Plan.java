package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureReader;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * How an expression is going to be tested. Terms of a conjunction are tested the cheapest first, so a payload is only read where the
 * header does not decide. Thread-safe.
 */
public final class Plan {
    private final Expr expr;
    private final QueryEnvironment environment;
    private final FrameTest sample;
    private final Set<Field> fields;

    public Plan(Expr expr, QueryEnvironment environment) {
        this.expr = expr;
        this.environment = environment;
        sample = new Compiler(environment, () -> false).compile(expr);
        fields = Fields.in(expr);
    }

    /** The tree. */
    public Expr expr() {
        return expr;
    }

    /** What has to be read at most. */
    public Tier tier() {
        return sample.tier();
    }

    /** What the expression says of all frames alike, as far as that is plain to see; such a filter is valid but hardly meant. */
    public Optional<Boolean> always() {
        FrameTest.Known first = sample.known(0);
        for (int marks = 1; marks < Subject.MARKS; marks++) {
            if (sample.known(marks) != first) {
                return Optional.empty();
            }
        }
        return first == FrameTest.Known.DEPENDS ? Optional.empty() : Optional.of(first == FrameTest.Known.YES);
    }

    /** A matcher for the thread that asks. */
    public FrameMatcher matcher(CaptureReader capture) {
        return matcher(capture, () -> false);
    }

    FrameMatcher matcher(CaptureReader capture, BooleanSupplier cancelled) {
        FrameTest test = new Compiler(environment, cancelled).compile(expr);
        return new FrameMatcher(test, new Subject(capture, environment, cancelled), this);
    }

    /** Whether the expression names a field. */
    public boolean uses(Field field) {
        return fields.contains(field);
    }

    boolean readsPayload() {
        return tier().compareTo(Tier.PAYLOAD) >= 0;
    }
}
