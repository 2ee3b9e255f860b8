package io.scflocal.app.traffic;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.query.ConnectionFacts;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.time.Ticker;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Which frames are listed, where the list stands and which frame is selected. It pulls: {@link #refresh} looks at the capture.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
public final class TrafficViewModel {
    /** Value of {@link #selectedFrameProperty} when nothing is selected. */
    public static final long NO_FRAME = -1;

    private final GridPosition position = new GridPosition();
    private final GridModel grid = position.model();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");
    private final ReadOnlyLongWrapper selectedFrame = new ReadOnlyLongWrapper(this, "selectedFrame", NO_FRAME);
    private final ReadOnlyObjectWrapper<Hits> hits = new ReadOnlyObjectWrapper<>(this, "hits", Hits.NONE);
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final Ticker ticker;
    private final FilterViewModel filter;
    private final ShownRows shown;
    private CaptureReader reader = NoCapture.INSTANCE;
    private ConnectionFacts connections = ConnectionFacts.NONE;
    private Rows rows = Rows.NONE;
    private long anchor = NO_FRAME;
    private List<FrameRecord> unfinished = List.of();
    private long messagesShown;

    /** Shows nothing yet. */
    public TrafficViewModel(Threads threads, Ticker ticker) {
        this.ticker = ticker;
        filter = new FilterViewModel(this::environment, this::filterChanged);
        shown = new ShownRows(threads.background());
    }

    /** Shows another emulator's frames, from the beginning. */
    public void show(CaptureReader capture, Invocations table) {
        connections = new KnownConnections(table);
        begin(capture);
    }

    /** Shows no emulator's frames. Call it before the capture is closed. */
    public void showNothing() {
        connections = ConnectionFacts.NONE;
        begin(NoCapture.INSTANCE);
    }

    private void begin(CaptureReader capture) {
        reader = capture;
        shown.begin(capture);
        paused.set(false);
        filter.begin();
        shown.filter(filter.plan());
        unfinished = List.of();
        // Rows of the capture before must not be looked for in this one.
        rows = Rows.NONE;
        selectFrame(NO_FRAME);
        position.change(model -> model.replace(0, 0, Rows.NO_ROW));
        follow(true);
        replaceRows();
    }

    /** Shows the frames of one connection only; numbers begin at 1. */
    public void showConnection(int number) {
        filter.showConnection(number);
    }

    /** Shows the frames of all connections. */
    public void showAllConnections() {
        showConnection(0);
    }

    private QueryEnvironment environment() {
        return new QueryEnvironment(
                connections, new MessagePayloads(reader), ticker.epochNanos(), ZoneId.systemDefault());
    }

    private void filterChanged() {
        dropAnchor();
        shown.filter(filter.plan());
        replaceRows();
    }

    /** Remembers the frame at the top, which is to be there again among other rows. */
    private void dropAnchor() {
        anchor = grid.follows() || grid.total() == 0 ? NO_FRAME : rows.frameAt(grid.top());
    }

    /** Looks whether the capture has something new. Call it at every pulse; nearly free when there is nothing. */
    public void refresh() {
        filter.refresh(ticker.nanos());
        Rows now = shown.current();
        long messages = reader.messages().count();
        hits.set(shown.hits(now));
        if (anchor != NO_FRAME && shown.hasScanned(anchor)) {
            replaceRows();
        } else if (now.size() != rows.size() || !now.standsWhere(rows)) {
            grow(now);
        } else if (messages != messagesShown
                || unfinished.stream().anyMatch(frame -> !frame.equals(reader.frame(frame.number())))) {
            position.redraw();
        }
        messagesShown = messages;
    }

    private void grow(Rows now) {
        boolean moved = !now.standsWhere(rows);
        rows = now;
        if (moved || selectedFrame.get() != NO_FRAME && grid.selected() == Rows.NO_ROW) {
            position.change(model -> model.replace(rows.size(), model.top(), rows.rowOf(selectedFrame.get())));
        } else {
            position.change(model -> model.total(rows.size()));
        }
    }

    /** Shows other rows, keeping the selected frame and the frame at the top where they are among them. */
    private void replaceRows() {
        rows = shown.current();
        long top = anchor == NO_FRAME ? 0 : rows.firstRowFrom(anchor);
        if (shown.hasScanned(anchor)) {
            anchor = NO_FRAME;
        }
        hits.set(shown.hits(rows));
        position.change(model -> model.replace(rows.size(), top, rows.rowOf(selectedFrame.get())));
    }

    /** Freezes the list as it is, or lets it go on; the capture goes on in any case. */
    public void pause(boolean on) {
        paused.set(on);
        shown.pause(on);
        refresh();
    }

    /** Hides all frames captured so far; they stay in the capture. */
    public void clear() {
        shown.clear();
        position.change(model -> model.follow(true));
        selectFrame(NO_FRAME);
        replaceRows();
    }

    /** Takes the last {@link #clear} back, if there was one. */
    public void undoClear() {
        dropAnchor();
        shown.undoClear();
        replaceRows();
    }

    /** Keeps the newest frame in view, or stops to. */
    public void follow(boolean on) {
        move(model -> model.follow(on));
    }

    /** Selects a row that is in view. */
    void select(long row) {
        if (row >= 0 && row < grid.total()) {
            move(model -> model.select(row));
        }
    }

    /** Moves the view or the selection as the user wants it. */
    void move(Consumer<GridModel> move) {
        anchor = NO_FRAME;
        long before = grid.selected();
        position.change(move);
        if (grid.selected() != Rows.NO_ROW && grid.selected() != before) {
            selectFrame(rows.frameAt(grid.selected()));
        }
    }

    private void selectFrame(long number) {
        selectedFrame.set(number);
    }

    /** Where the list stands; only to be read. */
    GridModel grid() {
        return grid;
    }

    /** What tells of changes of where the list stands. */
    GridPosition position() {
        return position;
    }

    /** What the rows are. */
    Rows rows() {
        return rows;
    }

    /** Where the frames come from. */
    CaptureReader reader() {
        return reader;
    }

    /** Which frames are asked for. */
    FilterViewModel filter() {
        return filter;
    }

    /** The grid says which frames in view were still arriving when it drew them; they are drawn again when they have changed. */
    void unfinishedShown(List<FrameRecord> frames) {
        unfinished = frames;
    }

    /** Number of the selected frame in the capture, or {@link #NO_FRAME}. */
    public ReadOnlyLongProperty selectedFrameProperty() {
        return selectedFrame.getReadOnlyProperty();
    }

    /** Whether the list is frozen. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** What the filter has found. */
    ReadOnlyObjectProperty<Hits> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /** Address that clients connect to, for the empty list; empty while there is none. */
    public StringProperty addressProperty() {
        return address;
    }
}
