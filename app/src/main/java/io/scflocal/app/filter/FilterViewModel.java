package io.scflocal.app.filter;

import io.scflocal.app.fx.Threads;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.core.query.Comparison;
import io.scflocal.core.query.Expr;
import io.scflocal.core.query.Field;
import io.scflocal.core.query.Literal;
import io.scflocal.core.query.Operand;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.query.SeenValues;
import io.scflocal.core.query.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
public final class FilterViewModel {
    /** A text is applied when nothing was typed for so long. */
    public static final Duration QUIET = Duration.ofMillis(250);

    private static final Expr NO_CONTROL = new Expr.Not(new Expr.Present(new Operand.Plain(Field.CONTROL, null)));

    private final Runnable changed;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyIntegerWrapper connection = new ReadOnlyIntegerWrapper(this, "connection");
    private final ReadOnlyBooleanWrapper controlHidden = new ReadOnlyBooleanWrapper(this, "controlHidden");
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(this, "verdict", new Verdict.Empty());
    private final ReadOnlyObjectWrapper<List<String>> terms = new ReadOnlyObjectWrapper<>(this, "terms", List.of());
    private final Supplier<QueryEnvironment> environment;
    private final FilterPresets presets;
    private final FilterHistory history;
    private Optional<Expr> inForce = Optional.empty();
    private Optional<Long> quietSince = Optional.empty();
    private boolean typed;

    /**
     * Asks for all frames.
     *
     * @param environment what expressions are planned with
     * @param changed called after every change of {@link #plan}
     * @param remembered where presets and history are kept
     */
    public FilterViewModel(Supplier<QueryEnvironment> environment, Runnable changed, SettingsFile remembered) {
        this.environment = environment;
        this.changed = changed;
        presets = new FilterPresets(remembered);
        history = new FilterHistory(remembered);
        text.addListener((property, before, now) -> {
            typed = true;
            quietSince = Optional.empty();
        });
    }

    /** Applies the text when it has been left alone for {@link #QUIET}; call it at every pulse with the monotonic time. */
    public void refresh(long nanos) {
        if (typed && quietSince.isEmpty()) {
            quietSince = Optional.of(nanos);
        } else if (typed && nanos - quietSince.get() >= QUIET.toNanos()) {
            apply();
        }
    }

    /** Applies the text now. A text that is no valid expression changes nothing but the verdict. */
    public void apply() {
        typed = false;
        quietSince = Optional.empty();
        Query query = parse(text.get());
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

    /** What a text is, given the presets. */
    public Query parse(String expression) {
        return Query.parse(expression, presets.texts());
    }

    private Verdict verdict(Expr expr) {
        return new Plan(expr, environment.get())
                .always()
                .<Verdict>map(Verdict.Constant::new)
                .orElseGet(Verdict.Expression::new);
    }

    private void accept(Optional<Expr> expr, Verdict judged) {
        verdict.set(judged);
        terms.set(
                judged instanceof Verdict.QuickSearch
                        ? List.of()
                        : expr.map(FilterTerms::of).map(FilterTerms::texts).orElse(List.of()));
        if (!expr.equals(inForce)) {
            inForce = expr;
            changed.run();
        }
    }

    /** Empties the text, at once. */
    public void clear() {
        text.set("");
        apply();
    }

    /** Asks for something else, and keeps that in the history. */
    public void use(String wanted) {
        text.set(wanted);
        enter();
    }

    /** The user says that the text is done: it is applied and kept in the history. */
    void enter() {
        apply();
        if (!(verdict.get() instanceof Verdict.Wrong)) {
            history.used(text.get());
        }
    }

    /** Asks for one more thing, given as an expression: in addition to a valid expression, in place of anything else. */
    public void add(String term) {
        String before = text.get().strip();
        boolean goesOn = parse(before) instanceof Query.Expression && !before.isEmpty();
        boolean isOr = parse(before) instanceof Query.Expression parsed && parsed.expr() instanceof Expr.Or;
        use(!goesOn ? term : isOr ? "(" + before + ") && " + term : before + " && " + term);
    }

    /** Takes one of the {@link #termsProperty() terms} away. */
    void removeTerm(int place) {
        use(FilterTerms.of(inForce.orElseThrow()).without(place).text());
    }

    /** Asks for the opposite of one of the {@link #termsProperty() terms}. */
    void negateTerm(int place) {
        use(FilterTerms.of(inForce.orElseThrow()).negated(place).text());
    }

    /** Whether the text is an expression that can be kept under a name. */
    boolean isKeepable() {
        return !text.get().isBlank() && parse(text.get()) instanceof Query.Expression;
    }

    /** Keeps the text under a name, and uses it by that from now on. Of a text that uses the very name, what it meant so far is kept. */
    void keep(String name) {
        String meant = presets.texts().getOrDefault(name, "");
        String itself = Pattern.quote("$" + name) + "(?![A-Za-z0-9_-])";
        presets.keep(name, text.get().replaceAll(itself, Matcher.quoteReplacement("(" + meant + ")")));
        use("$" + name);
    }

    /** Forgets a name. Where the text is nothing but that, it becomes what the name stood for. */
    void forget(String name) {
        String meant = presets.texts().getOrDefault(name, "");
        presets.forget(name);
        if (text.get().strip().equals("$" + name)) {
            text.set(meant);
        }
        apply();
    }

    /** Asks for the frames of one connection only; 0 for those of all. */
    public void showConnection(int number) {
        if (connection.get() != number) {
            connection.set(number);
            changed.run();
        }
    }

    /** Leaves out Ping, Pong and Close, or asks for them again. */
    public void hideControl(boolean hidden) {
        if (controlHidden.get() != hidden) {
            controlHidden.set(hidden);
            changed.run();
        }
    }

    /** Another capture: its connections are others, while the text stays. */
    public void begin() {
        connection.set(0);
        controlHidden.set(false);
    }

    /** How to find the frames that are asked for; empty if that is all. */
    public Optional<Plan> plan() {
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

    /** The texts of the terms in force that all have to hold; of an expression, not of words. */
    ReadOnlyObjectProperty<List<String>> termsProperty() {
        return terms.getReadOnlyProperty();
    }

    /** What is offered while the text is typed; values are looked for in {@code scope}. */
    public CompletionViewModel completion(Threads threads, Supplier<SeenValues.Scope> scope) {
        return new CompletionViewModel(threads, scope, presets);
    }

    /** The filters with a name. */
    FilterPresets presets() {
        return presets;
    }

    /** The filters that were used. */
    FilterHistory history() {
        return history;
    }

    /** Whether {@link #verdictProperty} is about the text as it stands, and not about one before. */
    boolean isJudged() {
        return !typed;
    }

    /** Whether what was typed hides frames. */
    public boolean isTypedInForce() {
        return inForce.isPresent();
    }

    /** What stands in the box. */
    public StringProperty textProperty() {
        return text;
    }

    /** What the text is; of the text that was applied last. */
    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Number of the only connection asked for; 0 for all. */
    public ReadOnlyIntegerProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** Whether control frames are left out. */
    public ReadOnlyBooleanProperty controlHiddenProperty() {
        return controlHidden.getReadOnlyProperty();
    }
}
