package io.scflocal.app.traffic;

import io.scflocal.app.filter.CompletionViewModel;
import io.scflocal.app.filter.FilterViewModel;
import io.scflocal.app.filter.Hits;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notice;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.text.Formats;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.export.FrameSelection;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.query.ConnectionFacts;
import io.scflocal.core.query.Plan;
import io.scflocal.core.query.QueryEnvironment;
import io.scflocal.core.query.SeenValues;
import io.scflocal.core.time.Ticker;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Which frames are listed, where the list stands and which frames are selected. It pulls: {@link #refresh} looks at the capture.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
public final class TrafficViewModel {
    /** Value of {@link #selectedFrameProperty} when nothing is selected. */
    public static final long NO_FRAME = -1;

    private static final String CLEARED = "frames.clear.done";

    private final FrameClipboard copies;
    private final FrameSteps steps;
    private final FrameList list;
    private final FindViewModel find;
    private final FrameMarks marks = new FrameMarks();
    private final OverviewViewModel overview;
    private final FrameChoice choice;
    private final Notices notices;
    private final GridSettings settings;
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final Ticker ticker;
    private final FilterViewModel filter;
    private final CompletionViewModel completion;
    private CaptureReader reader = NoCapture.INSTANCE;
    private ConnectionFacts connections = ConnectionFacts.NONE;

    /**
     * Shows nothing yet.
     *
     * @param remembered what the user has chosen for the list, now and earlier
     * @param notices where it says what was done
     */
    public TrafficViewModel(Threads threads, Ticker ticker, SettingsFile remembered, Notices notices) {
        this.notices = notices;
        copies = new FrameClipboard(threads, notices);
        this.ticker = ticker;
        settings = new GridSettings(remembered);
        filter = new FilterViewModel(this::environment, this::filterChanged, remembered);
        completion = filter.completion(threads, () -> new SeenValues.Scope(reader, environment()));
        list = new FrameList(threads.background());
        choice = new FrameChoice(list);
        find = new FindViewModel(
                threads.background(),
                new FindViewModel.Terms(filter::parse, () -> filter.plan().map(Plan::expr), this::environment));
        steps = new FrameSteps(list, find, marks, choice::here, choice::goTo);
        overview = new OverviewViewModel(threads);
    }

    /** Shows another emulator's frames, from the beginning. */
    public void show(CaptureReader capture, Invocations table) {
        connections = new KnownConnections(table);
        begin(capture);
        overview.begin(Optional.of(table));
    }

    /** Shows no emulator's frames. Call it before the capture is closed. */
    public void showNothing() {
        connections = ConnectionFacts.NONE;
        begin(NoCapture.INSTANCE);
        overview.begin(Optional.empty());
    }

    private void begin(CaptureReader capture) {
        reader = capture;
        paused.set(false);
        settings.reference(NO_FRAME);
        filter.begin();
        choice.nothing();
        list.begin(capture, filter.plan());
        marks.begin(capture.annotations());
        find.begin(capture);
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
        choice.keepLookedAt();
        list.filter(filter.plan());
        find.search();
    }

    /** Looks whether the capture has something new. Call it at every pulse; nearly free when there is nothing. */
    public void refresh() {
        filter.refresh(ticker.nanos());
        list.refresh();
        steps.refresh();
        boolean found =
                find.refresh(ticker.nanos(), list, choice.lookedAtProperty().get());
        if (marks.haveChanged() || found) {
            list.position().redraw();
        }
        overview.refresh(
                ticker.nanos(),
                new Overview.Source(reader, rows(), find.hits(list), marks.all(), List.of()),
                filter.connectionProperty().get());
    }

    /** Freezes the list as it is, or lets it go on; the capture goes on in any case. */
    public void pause(boolean on) {
        paused.set(on);
        list.pause(on);
    }

    /** Hides all frames captured so far; they stay in the capture. */
    public void clear() {
        long hidden = rows().frames();
        choice.nothing();
        list.clear();
        notices.show(Notice.done(CLEARED, Formats.count(hidden)).with("frames.clear.undo", this::undoClear));
    }

    /** Takes the last {@link #clear} back, if there was one. */
    public void undoClear() {
        list.undoClear();
        notices.take(CLEARED);
    }

    /** Whether frames are hidden by {@link #clear}. */
    boolean isCleared() {
        return list.isCleared();
    }

    /** Reads the selected frames for the clipboard, and gives {@code clipboard} the text later. */
    void copy(FrameCopy.Form form, Consumer<String> clipboard) {
        copies.copy(reader, rows(), choice.selection().framesProperty().get(), form, clipboard);
    }

    /** Keeps the newest frame in view, or stops to. */
    public void follow(boolean on) {
        move(model -> model.follow(on));
    }

    /** Moves the view as the user wants it. */
    void move(Consumer<GridModel> move) {
        list.move(move);
    }

    /** Marks the frame that is looked at, or takes its mark away. */
    void toggleMark() {
        if (choice.lookedAtProperty().get() != NO_FRAME) {
            marks.toggle(choice.lookedAtProperty().get());
            list.position().redraw();
        }
    }

    /** Times count from the frame that is looked at. */
    void countFromHere() {
        if (choice.lookedAtProperty().get() != NO_FRAME) {
            settings.countFrom(choice.lookedAtProperty().get());
        }
    }

    /** Where the list stands; only to be read. */
    GridModel grid() {
        return list.position().model();
    }

    /** What tells of changes of where the list stands. */
    GridPosition position() {
        return list.position();
    }

    /** What the rows are. */
    Rows rows() {
        return list.rows();
    }

    /** Where the frames come from. */
    CaptureReader reader() {
        return reader;
    }

    /** When a connection was opened, in nanoseconds since 1970; empty when that is no longer known. */
    OptionalLong opened(int connection) {
        return connections
                .find(connection)
                .map(fact -> OptionalLong.of(fact.openedEpochNanos()))
                .orElse(OptionalLong.empty());
    }

    /** The frames that are listed now, to be exported. */
    public FrameSelection shownFrames() {
        return choice.shown();
    }

    /** Those of them that are selected. */
    public FrameSelection selectedFrames() {
        return choice.selected();
    }

    /** Which frames are selected. */
    FrameChoice choice() {
        return choice;
    }

    /** Which frames are asked for. */
    FilterViewModel filter() {
        return filter;
    }

    /** What is offered while the filter is typed. */
    CompletionViewModel completion() {
        return completion;
    }

    /** Selects a frame and brings it into view; false if it isn't among the frames that are listed. */
    public boolean reveal(long number) {
        choice.goTo(number);
        return rows().rowOf(number) != Rows.NO_ROW;
    }

    /** Asks for frames of which an expression holds, in addition to what is asked for. */
    public void filterOn(String term) {
        filter.add(term);
    }

    /** From now on {@code compare} is given the numbers of two frames that the user wants to compare, the earlier one first. */
    public void onCompare(BiConsumer<Long, Long> compare) {
        choice.pair().onCompare(compare);
    }

    /** Leads from one found or marked frame to the next. */
    FrameSteps steps() {
        return steps;
    }

    /** What is looked for. */
    FindViewModel find() {
        return find;
    }

    /** Which frames the user has marked. */
    FrameMarks marks() {
        return marks;
    }

    /** What lies where in the list. */
    OverviewViewModel overview() {
        return overview;
    }

    /** How the list looks. */
    GridSettings settings() {
        return settings;
    }

    /** See {@link FrameList#unfinishedShown}. */
    void unfinishedShown(List<FrameRecord> frames) {
        list.unfinishedShown(frames);
    }

    /** Number of the frame in the capture that is looked at, or {@link #NO_FRAME}. */
    public ReadOnlyLongProperty selectedFrameProperty() {
        return choice.lookedAtProperty();
    }

    /** Whether the list is frozen. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** What the filter has found. */
    ReadOnlyObjectProperty<Hits> hitsProperty() {
        return list.hitsProperty();
    }

    /** Address that clients connect to, for the empty list; empty while there is none. */
    public StringProperty addressProperty() {
        return address;
    }
}
