package io.scflocal.app.cli;

import io.scflocal.core.capture.FrameRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts frames, which are read from the capture, and events, which were told, into one order: by time, frames by their number, an
 * opening before the frames of its connection and an end after them, whatever the clocks' last digits say.
 */
final class EventOrder {

    private record Placed(Event event, long at, int rank) {}

    private EventOrder() {}

    static List<Event> merge(List<Event> told, List<FrameRecord> frames) {
        List<Placed> placed = new ArrayList<>(told.size() + frames.size());
        Map<Integer, Long> lastFrame = new HashMap<>();
        long at = Long.MIN_VALUE;
        for (FrameRecord frame : frames) {
            at = Math.max(at, frame.epochNanos());
            lastFrame.put(frame.connection(), at);
            placed.add(new Placed(new Event.Frame(frame), at, 1));
        }
        told.forEach(event -> placed.add(place(event, lastFrame)));
        placed.sort(Comparator.comparingLong(Placed::at).thenComparingInt(Placed::rank));
        return placed.stream().map(Placed::event).toList();
    }

    private static Placed place(Event event, Map<Integer, Long> lastFrame) {
        if (event instanceof Event.Closed closed) {
            long last = lastFrame.getOrDefault(closed.invocation().connection(), Long.MIN_VALUE);
            return new Placed(event, Math.max(last, event.epochNanos()), 2);
        }
        return new Placed(event, event.epochNanos(), 0);
    }
}
