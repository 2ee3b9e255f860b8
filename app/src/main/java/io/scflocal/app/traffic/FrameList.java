package io.scflocal.app.traffic;

import io.scflocal.app.filter.Hits;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.query.Plan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The rows of the list and where it stands among them. When the rows change, the frame at the top and the one that is looked at stay
 * where they are.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class FrameList {
    private static final long NO_FRAME = TrafficViewModel.NO_FRAME;

    private final GridPosition position = new GridPosition();
    private final GridModel grid = position.model();
    private final ReadOnlyObjectWrapper<Hits> hits = new ReadOnlyObjectWrapper<>(this, "hits", Hits.NONE);
    private final ShownRows shown;
    private CaptureReader reader = NoCapture.INSTANCE;
    private Rows rows = Rows.NONE;
    private long lead = NO_FRAME;
    private long anchor = NO_FRAME;
    private long seenFrames;
    private List<FrameRecord> unfinished = List.of();
    private long messagesShown;

    FrameList(Executor background) {
        shown = new ShownRows(background);
    }

    /** Begins with another capture, at its end. */
    void begin(CaptureReader capture, Optional<Plan> filter) {
        reader = capture;
        shown.begin(capture);
        shown.filter(filter);
        unfinished = List.of();
        // Rows of the capture before must not be looked for in this one.
        rows = Rows.NONE;
        lead = NO_FRAME;
        position.change(model -> model.replace(0, 0, Rows.NO_ROW));
        move(model -> model.follow(true));
        replace();
        noteSeen();
    }

    /** Shows what passes a filter, or all frames. */
    void filter(Optional<Plan> plan) {
        dropAnchor();
        shown.filter(plan);
        replace();
    }

    /** Remembers the frame at the top, which is to be there again among other rows. */
    private void dropAnchor() {
        anchor = grid.follows() || grid.total() == 0 ? NO_FRAME : rows.frameAt(grid.top());
    }

    /** Looks whether there is something new. Nearly free when there is nothing. */
    void refresh() {
        Rows now = shown.current();
        long messages = reader.messages().count();
        hits.set(shown.hits(now));
        if (anchor != NO_FRAME && shown.hasScanned(anchor)) {
            replace();
        } else if (now.size() != rows.size()
                || !now.standsWhere(rows)
                || !now.gap().equals(rows.gap())) {
            grow(now);
        } else if (messages != messagesShown
                || unfinished.stream().anyMatch(frame -> !frame.equals(reader.frame(frame.number())))) {
            position.redraw();
        }
        messagesShown = messages;
        noteSeen();
    }

    /** Who follows the end has seen all frames of now. */
    private void noteSeen() {
        if (grid.follows()) {
            seenFrames = reader.count();
        }
    }

    private void grow(Rows now) {
        boolean moved = !now.standsWhere(rows);
        long top = moved && grid.total() > 0 ? now.firstRowFrom(rows.frameAt(grid.top())) : grid.top();
        rows = now;
        long seen = rows.firstRowFrom(seenFrames);
        if (moved || lead != NO_FRAME && grid.selected() == Rows.NO_ROW) {
            position.change(model -> {
                model.replace(rows.size(), top, rows.rowOf(lead));
                model.seen(seen);
            });
        } else {
            position.change(model -> {
                model.total(rows.size());
                model.seen(seen);
            });
        }
    }

    private void replace() {
        rows = shown.current();
        long top = anchor == NO_FRAME ? 0 : rows.firstRowFrom(anchor);
        if (shown.hasScanned(anchor)) {
            anchor = NO_FRAME;
        }
        hits.set(shown.hits(rows));
        position.change(model -> {
            model.replace(rows.size(), top, rows.rowOf(lead));
            model.seen(rows.firstRowFrom(seenFrames));
        });
    }

    /** Freezes the list as it is, or lets it go on. */
    void pause(boolean on) {
        shown.pause(on);
        refresh();
    }

    /** Hides all frames captured so far, and follows those that come. */
    void clear() {
        shown.clear();
        position.change(model -> model.follow(true));
        lead = NO_FRAME;
        replace();
    }

    /** Takes the last {@link #clear} back, if there was one. */
    void undoClear() {
        dropAnchor();
        shown.undoClear();
        replace();
    }

    /** Whether frames are hidden by {@link #clear}. */
    boolean isCleared() {
        return shown.isCleared();
    }

    /** Moves the view, or what is looked at. */
    void move(Consumer<GridModel> move) {
        anchor = NO_FRAME;
        position.change(move);
        noteSeen();
    }

    /** This frame is looked at from now on. */
    void lead(long frame) {
        lead = frame;
    }

    /** The grid says which frames in view were still arriving when it drew them; they are drawn again when they have changed. */
    void unfinishedShown(List<FrameRecord> frames) {
        unfinished = frames;
    }

    /** The rows of the moment. */
    Rows rows() {
        return rows;
    }

    /** The same range of the capture, with those frames only that {@code source} has. */
    Rows among(RowSource source) {
        return shown.among(source);
    }

    /** What tells of changes of where the list stands. */
    GridPosition position() {
        return position;
    }

    /** What the filter has found. */
    ReadOnlyObjectProperty<Hits> hitsProperty() {
        return hits.getReadOnlyProperty();
    }
}
