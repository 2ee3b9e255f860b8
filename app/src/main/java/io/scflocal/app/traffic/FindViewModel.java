package io.scflocal.app.traffic;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.query.Expr;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.Query;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.query.QueryError;
import io.scflocal.core.query.QuickTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Looks for something among the frames that are shown, without hiding the others.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class FindViewModel {
    private static final Duration QUIET = Duration.ofMillis(200);
    /** In one payload so many places are shown at most. */
    private static final int MOST_PLACES = 20;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", Found.NOTHING);
    private final Executor background;
    private final Terms terms;
    private CaptureReader reader = NoCapture.INSTANCE;
    private Optional<FrameScan> scan = Optional.empty();
    private List<String> words = List.of();
    private Optional<QueryError> wrong = Optional.empty();
    private boolean typed;
    private Optional<Long> quietSince = Optional.empty();

    /**
     * What a search goes by.
     *
     * @param parse reads what is looked for
     * @param filter the expression that the shown frames satisfy; empty if all are shown
     * @param environment what expressions are planned with
     */
    record Terms(
            Function<String, Query> parse, Supplier<Optional<Expr>> filter, Supplier<QueryEnvironment> environment) {}

    /**
     * What was found.
     *
     * @param count how many frames
     * @param place which of them is looked at, from 1; 0 if none of them is
     * @param scannedPercent how far the search is
     * @param wrong why what is looked for is no valid expression; empty if it is one
     */
    record Found(long count, long place, int scannedPercent, Optional<QueryError> wrong) {
        static final Found NOTHING = new Found(0, 0, 100, Optional.empty());
    }

    /** A part of a text, from one character to another, exclusive. */
    record Part(int from, int to) {}

    FindViewModel(Executor background, Terms terms) {
        this.background = background;
        this.terms = terms;
        text.addListener(property -> {
            typed = true;
            quietSince = Optional.empty();
        });
        open.addListener(property -> search());
    }

    /** Looks in another capture. */
    void begin(CaptureReader capture) {
        reader = capture;
        search();
    }

    /** Looks again, because other frames are shown or something else is looked for. */
    void search() {
        typed = false;
        quietSince = Optional.empty();
        scan.ifPresent(FrameScan::cancel);
        scan = Optional.empty();
        words = List.of();
        wrong = Optional.empty();
        if (open.get() && !text.get().isBlank()) {
            Query query = terms.parse().apply(text.get());
            if (query instanceof Query.Expression expression) {
                scan(expression.expr());
            } else if (query instanceof Query.QuickSearch search) {
                words = search.terms().stream()
                        .filter(term -> !term.negated() && !term.pattern())
                        .map(QuickTerm::text)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
                scan(search.expr());
            } else if (query instanceof Query.Error error) {
                wrong = Optional.of(error.error());
            }
        }
    }

    private void scan(Expr wanted) {
        List<Expr> all = new ArrayList<>();
        terms.filter().get().ifPresent(all::add);
        all.add(wanted);
        scan = Optional.of(new FrameScan(
                reader, new Plan(new Expr.And(all), terms.environment().get()), background));
    }

    /**
     * Goes on looking; call it at every pulse.
     *
     * @param nanos the monotonic time
     * @param list the list in which the frames stand
     * @param lead the frame that is looked at
     * @return whether there is something new to be seen
     */
    boolean refresh(long nanos, FrameList list, long lead) {
        if (typed) {
            quietSince = Optional.of(quietSince.orElse(nanos));
            if (nanos - quietSince.get() >= QUIET.toNanos()) {
                search();
            }
        }
        scan.ifPresent(FrameScan::catchUp);
        Found before = found.get();
        found.set(found(list, lead));
        return !found.get().equals(before);
    }

    private Found found(FrameList list, long lead) {
        if (scan.isEmpty()) {
            return new Found(0, 0, 100, wrong);
        }
        Rows hits = hits(list);
        long place = lead == TrafficViewModel.NO_FRAME ? Rows.NO_ROW : hits.rowOf(lead);
        long count = reader.count();
        int percent = count == 0 ? 100 : (int) (Math.min(scan.get().scanned(), count) * 100 / count);
        return new Found(hits.size(), place + 1, percent, wrong);
    }

    /** The frames that were found, among those of a list. */
    Rows hits(FrameList list) {
        return scan.map(FrameScan::rows).map(list::among).orElse(Rows.NONE);
    }

    /** Applies what was typed a moment ago, and looks at what has come since. */
    void hurry() {
        if (typed) {
            search();
        }
        scan.ifPresent(FrameScan::catchUp);
    }

    /** Whether everything has been looked at, so that there won't be more. */
    boolean isDone() {
        return scan.map(FrameScan::scanned).orElse(Long.MAX_VALUE) >= reader.count();
    }

    /** The next found frame after one, or the one before it; beyond the end it goes on at the other end. Empty if none was found. */
    Optional<Long> next(FrameList list, long from, boolean forward) {
        Rows hits = hits(list);
        if (hits.size() == 0) {
            return Optional.empty();
        }
        long row = forward ? hits.firstRowFrom(from + 1) : hits.firstRowFrom(Math.max(0, from)) - 1;
        return Optional.of(hits.frameAt(Math.floorMod(row, hits.size())));
    }

    /** Whether a frame was found. */
    boolean isHit(long frame) {
        return scan.map(FrameScan::rows)
                .filter(source -> frame < scan.get().scanned())
                .map(source -> new Rows(source, 0, source.size()).rowOf(frame) != Rows.NO_ROW)
                .orElse(false);
    }

    /** Where the words that are looked for stand in a text. */
    List<Part> parts(String line) {
        List<Part> parts = new ArrayList<>();
        String lower = words.isEmpty() ? "" : line.toLowerCase(Locale.ROOT);
        // Some letters become longer in lower case; then nobody knows where they stand.
        if (lower.length() == line.length()) {
            for (String word : words) {
                for (int at = lower.indexOf(word);
                        at >= 0 && parts.size() < MOST_PLACES;
                        at = lower.indexOf(word, at + word.length())) {
                    parts.add(new Part(at, at + word.length()));
                }
            }
        }
        return parts;
    }

    /** What is looked for: words or an expression. */
    StringProperty textProperty() {
        return text;
    }

    /** Whether the user is looking for something. */
    BooleanProperty openProperty() {
        return open;
    }

    ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
