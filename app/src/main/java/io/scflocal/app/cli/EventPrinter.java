package io.scflocal.app.cli;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Prints what the queue and the capture have to tell, on a thread of its own that looks fifty times a second, so that a slow reader
 * of the output never slows the emulator.
 */
final class EventPrinter {
    private static final long LOOK_MILLIS = 20;

    private final EventQueue queue;
    private final Optional<FrameFeed> feed;
    private final CaptureReader capture;
    private final EventWriter writer;
    private final Consumer<LeftOut> reporter;
    private final List<Event> waiting = new ArrayList<>();
    private final CountDownLatch finish = new CountDownLatch(1);
    private boolean ready;

    /**
     * @param reporter told what was left out, when something was
     */
    EventPrinter(
            EventQueue queue, CaptureReader capture, boolean frames, EventWriter writer, Consumer<LeftOut> reporter) {
        this.queue = queue;
        this.capture = capture;
        this.feed = frames ? Optional.of(new FrameFeed(capture)) : Optional.empty();
        this.writer = writer;
        this.reporter = reporter;
    }

    /**
     * Prints on the calling thread until {@link #finish()} or until the output is closed; prints all that is left then.
     *
     * @param outputClosed asked after every look; flushes the output, so that a burst of lines costs few system calls
     */
    void run(BooleanSupplier outputClosed) {
        try {
            do {
                look(true);
            } while (!outputClosed.getAsBoolean() && !finish.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean left;
        do {
            left = look(false);
        } while (!outputClosed.getAsBoolean() && left);
    }

    /** Nothing more will be told. */
    void finish() {
        finish.countDown();
    }

    /**
     * Prints what is there.
     *
     * @param patient whether a frame that is still arriving may be left for the next look
     * @return whether something that is known by now was left for the next look
     */
    boolean look(boolean patient) {
        LeftOut leftOut = queue.takeLeftOut();
        if (!leftOut.equals(LeftOut.NOTHING)) {
            reporter.accept(leftOut);
        }
        List<Event> told = new ArrayList<>(waiting);
        told.addAll(queue.drain());
        waiting.clear();
        writeUpToReady(told);
        if (ready && feed.isPresent()) {
            return lookWithFrames(told, feed.get(), patient);
        }
        told.forEach(writer::write);
        return false;
    }

    private boolean lookWithFrames(List<Event> told, FrameFeed frameFeed, boolean patient) {
        // An end is told after its last frame was recorded, so what is told by now is covered by the frames there are
        // by now …
        long recorded = capture.count();
        List<FrameRecord> frames = frameFeed.read(patient);
        long gone = frameFeed.takeGone();
        if (gone > 0) {
            reporter.accept(new LeftOut(0, 0, gone));
        }
        boolean allRead = frameFeed.hasRead(recorded);
        if (!allRead) {
            moveToWaiting(told, event -> event instanceof Event.Closed);
        }
        // … and an opening is told before its first frame is recorded, so that of every frame just read is told by now.
        List<Event> late = new ArrayList<>(queue.drain());
        moveToWaiting(late, event -> !(event instanceof Event.Opened));
        told.addAll(late);
        EventOrder.merge(told, frames).forEach(writer::write);
        return !allRead || !waiting.isEmpty();
    }

    private void moveToWaiting(List<Event> events, Predicate<Event> which) {
        events.stream().filter(which).forEach(waiting::add);
        events.removeIf(which);
    }

    /** Until the address is known, only lines of the log are told; they go first. */
    private void writeUpToReady(List<Event> told) {
        while (!ready && !told.isEmpty()) {
            Event event = told.remove(0);
            writer.write(event);
            ready = event instanceof Event.Ready;
        }
    }
}
