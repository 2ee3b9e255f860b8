package io.scflocal.app.filter;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.query.Operand;
import io.scflocal.core.query.SeenValues;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What is offered while a filter is typed. Values are counted in the background, in the newest frames.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
public final class CompletionViewModel {
    private static final System.Logger LOG = System.getLogger(CompletionViewModel.class.getName());
    private static final int FRAMES = 20_000;
    private static final int FRAMES_FOR_MEMBERS = 2_000;
    private static final int VALUES = 12;
    private static final int MEMBERS = 50;

    private final Threads threads;
    private final Supplier<SeenValues.Scope> scope;
    private final FilterPresets presets;
    private final ReadOnlyObjectWrapper<List<Suggestion>> offered =
            new ReadOnlyObjectWrapper<>(this, "offered", List.of());
    private Optional<Completion> completion = Optional.empty();
    private Optional<Sought> counted = Optional.empty();
    private List<SeenValues.Seen> seen = List.of();
    private AtomicBoolean cancelled = new AtomicBoolean();

    CompletionViewModel(Threads threads, Supplier<SeenValues.Scope> scope, FilterPresets presets) {
        this.threads = threads;
        this.scope = scope;
        this.presets = presets;
    }

    /**
     * A text with its caret.
     *
     * @param caret between 0 and the length of the text
     */
    record Typed(String text, int caret) {}

    /** What is counted for an operand: the values that it has, or in the place of a term the members. */
    private record Sought(Operand operand, Completion.Place place) {
        static Optional<Sought> of(Completion at) {
            boolean counts = at.place() == Completion.Place.VALUE || at.place() == Completion.Place.TERM;
            return at.operand().filter(operand -> counts).map(operand -> new Sought(operand, at.place()));
        }

        List<SeenValues.Seen> count(SeenValues.Scope where, BooleanSupplier stop) {
            return place == Completion.Place.TERM && operand instanceof Operand.Json json
                    ? SeenValues.members(json.path(), where, FRAMES_FOR_MEMBERS, MEMBERS, stop)
                    : SeenValues.count(operand, where, FRAMES, VALUES, stop);
        }
    }

    /** The user has typed, or asks for what there is. */
    void update(Typed typed, boolean asked) {
        Completion at = Completion.at(typed.text(), typed.caret(), presets.texts());
        boolean wanted = asked
                || !at.word().isEmpty()
                || at.place() == Completion.Place.VALUE
                || at.place() == Completion.Place.OPERATOR;
        if (!wanted) {
            close();
            return;
        }
        completion = Optional.of(at);
        Sought.of(at).filter(sought -> !counted.equals(Optional.of(sought))).ifPresent(this::count);
        offer();
    }

    private void count(Sought sought) {
        cancelled.set(true);
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        counted = Optional.of(sought);
        seen = List.of();
        SeenValues.Scope where = scope.get();
        threads.background().execute(() -> {
            try {
                List<SeenValues.Seen> values = sought.count(where, stop::get);
                threads.screen().execute(() -> counted(stop, values));
            } catch (RuntimeException e) {
                // The capture may have been closed meanwhile; what is offered is a convenience.
                LOG.log(Level.DEBUG, "The values of a field could not be counted", e);
            }
        });
    }

    private void counted(AtomicBoolean stop, List<SeenValues.Seen> values) {
        if (!stop.get()) {
            seen = values;
            offer();
        }
    }

    private void offer() {
        completion.ifPresent(at -> offered.set(
                at.suggestions(presets.texts().keySet(), Sought.of(at).equals(counted) ? seen : List.of())));
    }

    /** The text with a suggestion in it, and the caret behind that. */
    Typed accept(Typed typed, Suggestion suggestion) {
        int from = completion.map(Completion::from).orElse(typed.caret());
        boolean goesOn = suggestion.text().endsWith(".") || suggestion.text().endsWith("(");
        String inserted = suggestion.text() + (goesOn ? "" : " ");
        String text = typed.text().substring(0, from)
                + inserted
                + typed.text().substring(typed.caret()).stripLeading();
        return new Typed(text, from + inserted.length());
    }

    /** Offers nothing any more. */
    void close() {
        cancelled.set(true);
        completion = Optional.empty();
        counted = Optional.empty();
        offered.set(List.of());
    }

    /** What is offered, the likeliest first. */
    ReadOnlyObjectProperty<List<Suggestion>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }
}
