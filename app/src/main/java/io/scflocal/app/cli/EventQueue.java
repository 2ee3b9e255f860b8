package io.scflocal.app.cli;

import io.scflocal.core.EmulatorListener;
import io.scflocal.core.Reload;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.time.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries events from the emulator's threads to the one that prints. Nobody waits here: when the reader of the output is slow,
 * lines of the log are left out and counted; when it does not read at all, other events are too. Connections are held back until
 * {@link #ready}, because the first client may be faster than the one who announces the address.
 *
 * <p>Thread-safe.
 */
final class EventQueue implements EmulatorListener {
    private final int maxLines;
    private final long maxCharacters;
    private final int maxOthers;
    private final List<Event> events = new ArrayList<>();
    private final List<Event> early = new ArrayList<>();
    private int lines;
    private long characters;
    private LeftOut leftOut = LeftOut.NOTHING;
    private boolean ready;

    /** Keeps at most so many lines of the log, so many characters in them, and so many other events at a time. */
    EventQueue(int maxLines, long maxCharacters, int maxOthers) {
        this.maxLines = maxLines;
        this.maxCharacters = maxCharacters;
        this.maxOthers = maxOthers;
    }

    @Override
    public void opened(Invocation invocation) {
        connection(Event.Opened.now(invocation));
    }

    @Override
    public void ended(Invocation invocation) {
        invocation.end().ifPresent(end -> connection(Event.Closed.now(invocation, end)));
    }

    @Override
    public void reloading(Reload reload) {
        connection(new Event.Reloading(Ticker.system().epochNanos(), reload));
    }

    @Override
    public void reloaded(Optional<StartFailure> failure) {
        failure.ifPresent(why -> connection(new Event.Failed(Ticker.system().epochNanos(), why, true)));
    }

    @Override
    public void problem(Problem first) {
        connection(new Event.Broken(first));
    }

    @Override
    public void logged(LogLine line) {
        synchronized (events) {
            if (lines == maxLines || characters > maxCharacters) {
                leftOut = leftOut.plus(new LeftOut(1, 0, 0));
            } else {
                lines++;
                characters += line.text().length();
                events.add(new Event.Logged(line));
            }
        }
    }

    @Override
    public void instanceChanged(InstanceView instance) {
        add(new Event.InstanceChanged(Ticker.system().epochNanos(), instance));
    }

    @Override
    public void noticed(InstanceNotice notice) {
        add(new Event.Noticed(Ticker.system().epochNanos(), notice));
    }

    /** The function is ready; what connections did so far comes after this. */
    void ready(Event.Ready event) {
        synchronized (events) {
            events.add(event);
            events.addAll(early);
            early.clear();
            ready = true;
        }
    }

    /** Everything is over; said only of a function that was ready. */
    void summary(Event.Summary event) {
        synchronized (events) {
            (ready ? events : early).add(event);
        }
    }

    /** The function did not start. */
    void failed(Event.Failed event) {
        synchronized (events) {
            events.add(event);
        }
    }

    /** The writing of the capture goes otherwise than before. */
    void disk(Event.Disk event) {
        connection(event);
    }

    /** Takes everything that has come so far, in the order in which it came. */
    List<Event> drain() {
        synchronized (events) {
            List<Event> drained = List.copyOf(events);
            events.clear();
            lines = 0;
            characters = 0;
            return drained;
        }
    }

    /** What was left out since this was asked last. */
    LeftOut takeLeftOut() {
        synchronized (events) {
            LeftOut taken = leftOut;
            leftOut = LeftOut.NOTHING;
            return taken;
        }
    }

    private void add(Event event) {
        synchronized (events) {
            addTo(events, event);
        }
    }

    private void connection(Event event) {
        synchronized (events) {
            addTo(ready ? events : early, event);
        }
    }

    private void addTo(List<Event> list, Event event) {
        if (events.size() - lines + early.size() < maxOthers) {
            list.add(event);
        } else {
            leftOut = leftOut.plus(new LeftOut(0, 1, 0));
        }
    }
}
