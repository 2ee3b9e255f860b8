package io.scflocal.app.traffic;

import io.scflocal.core.query.Comparison;
import io.scflocal.core.query.Expr;
import io.scflocal.core.query.Field;
import io.scflocal.core.query.Literal;
import io.scflocal.core.query.Operand;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.query.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Which frames are asked for: what the user types, the connection chosen elsewhere and whether control frames are wanted, all of them
 * together.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class FilterViewModel {
    /** A text is applied when nothing was typed for so long. */
    static final Duration QUIET = Duration.ofMillis(250);

    private static final Expr NO_CONTROL = new Expr.Not(new Expr.Present(new Operand.Plain(Field.CONTROL, null)));

    private final Runnable changed;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyIntegerWrapper connection = new ReadOnlyIntegerWrapper(this, "connection");
    private final ReadOnlyBooleanWrapper controlHidden = new ReadOnlyBooleanWrapper(this, "controlHidden");
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(this, "verdict", new Verdict.Empty());
    private final Supplier<QueryEnvironment> environment;
    private Optional<Expr> inForce = Optional.empty();
    private Optional<Long> quietSince = Optional.empty();
    private boolean typed;

    /**
     * Asks for all frames.
     *
     * @param environment what expressions are planned with
     * @param changed called after every change of {@link #plan}
     */
    FilterViewModel(Supplier<QueryEnvironment> environment, Runnable changed) {
        this.environment = environment;
        this.changed = changed;
        text.addListener((property, before, now) -> {
            typed = true;
            quietSince = Optional.empty();
        });
    }

    /** Applies the text when it has been left alone for {@link #QUIET}; call it at every pulse with the monotonic time. */
    void refresh(long nanos) {
        if (typed && quietSince.isEmpty()) {
            quietSince = Optional.of(nanos);
        } else if (typed && nanos - quietSince.get() >= QUIET.toNanos()) {
            apply();
        }
    }

    /** Applies the text now. A text that is no valid expression changes nothing but the verdict. */
    void apply() {
        typed = false;
        quietSince = Optional.empty();
        Query query = Query.parse(text.get());
        if (text.get().isBlank()) {
            accept(Optional.empty(), new Verdict.Empty());
        } else if (query instanceof Query.Expression expression) {
            accept(Optional.of(expression.expr()), verdict(expression.expr()));
        } else if (query instanceof Query.QuickSearch search) {
            accept(Optional.of(search.expr()), new Verdict.QuickSearch());
        } else if (query instanceof Query.Error error) {
            verdict.set(new Verdict.Wrong(error.error()));
        }
    }

    private Verdict verdict(Expr expr) {
        return new Plan(expr, environment.get())
                .always()
                .<Verdict>map(Verdict.Constant::new)
                .orElseGet(Verdict.Expression::new);
    }

    private void accept(Optional<Expr> expr, Verdict judged) {
        verdict.set(judged);
        if (!expr.equals(inForce)) {
            inForce = expr;
            changed.run();
        }
    }

    /** Empties the text, at once. */
    void clear() {
        text.set("");
        apply();
    }

    /** Asks for one more thing, given as an expression: in addition to a valid expression, in place of anything else. */
    void add(String term) {
        boolean goesOn = Query.parse(text.get()) instanceof Query.Expression
                && !text.get().isBlank();
        text.set(goesOn ? joined(text.get().strip(), term) : term);
        apply();
    }

    private static String joined(String expression, String term) {
        boolean isOr = Query.parse(expression) instanceof Query.Expression parsed && parsed.expr() instanceof Expr.Or;
        return (isOr ? "(" + expression + ")" : expression) + " && " + term;
    }

    /** Asks for the frames of one connection only; 0 for those of all. */
    void showConnection(int number) {
        if (connection.get() != number) {
            connection.set(number);
            changed.run();
        }
    }

    /** Leaves out Ping, Pong and Close, or asks for them again. */
    void hideControl(boolean hidden) {
        if (controlHidden.get() != hidden) {
            controlHidden.set(hidden);
            changed.run();
        }
    }

    /** Another capture: its connections are others, while the text stays. */
    void begin() {
        connection.set(0);
        controlHidden.set(false);
    }

    /** How to find the frames that are asked for; empty if that is all. */
    Optional<Plan> plan() {
        List<Expr> terms = new ArrayList<>();
        if (connection.get() != 0) {
            Literal number = new Literal.Number(BigDecimal.valueOf(connection.get()), Unit.NONE);
            terms.add(new Expr.Compare(new Operand.Plain(Field.CONN, null), Comparison.EQ, number));
        }
        if (controlHidden.get()) {
            terms.add(NO_CONTROL);
        }
        inForce.ifPresent(terms::add);
        return terms.isEmpty() ? Optional.empty() : Optional.of(new Plan(new Expr.And(terms), environment.get()));
    }

    /** Whether what was typed hides frames. */
    boolean isTypedInForce() {
        return inForce.isPresent();
    }

    /** What stands in the box. */
    StringProperty textProperty() {
        return text;
    }

    /** What the text is; of the text that was applied last. */
    ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Number of the only connection asked for; 0 for all. */
    ReadOnlyIntegerProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** Whether control frames are left out. */
    ReadOnlyBooleanProperty controlHiddenProperty() {
        return controlHidden.getReadOnlyProperty();
    }
}
