package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.LogLine;
import io.scflocal.core.invocation.LogSource;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.PlatformChoices;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventPrinterTest {
    private static final Event.Ready READY = new Event.Ready(
            0, URI.create("ws://127.0.0.1:8000/release/"), Optional.empty(), 1, 1, List.of(), PlatformChoices.DEFAULT);

    private final EventQueue queue = new EventQueue(3, 100, 100_000);
    private final Events events = new Events(queue);
    private final List<String> written = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final EventPrinter printer = printer(true);

    private EventPrinter printer(boolean frames) {
        return new EventPrinter(queue, events, frames, event -> written.add(name(event)), leftOut::add);
    }

    @Test
    void framesStandBetweenTheOpeningAndTheEndOfTheirConnection() {
        queue.ready(READY);
        Invocation first = events.open("/");
        events.now = 10;
        frame(first);
        Invocation second = events.open("/");
        events.now = 20;
        frame(second);
        events.now = 30;
        frame(first);
        end(first);
        printer.look(true);
        assertEquals(
                List.of("ready", "opened 1", "opened 2", "frame 0 of 1", "frame 1 of 2", "frame 2 of 1", "closed 1"),
                written);
    }

    @Test
    void longLinesAreLeftOutSoonerThanShortOnes() {
        queue.ready(READY);
        for (int number = 0; number < 3; number++) {
            queue.logged(new LogLine(number, 0, LogSource.STDOUT, "", "x".repeat(60)));
        }
        printer.look(true);
        assertEquals(List.of(new LeftOut(1, 0, 0)), leftOut);
    }

    @Test
    void anEndWhoseClockRunsBehindStillComesAfterTheLastFrame() {
        queue.ready(READY);
        Invocation invocation = events.open("/");
        events.now = 30;
        frame(invocation);
        events.now = 20;
        end(invocation);
        printer.look(true);
        assertEquals(List.of("ready", "opened 1", "frame 0 of 1", "closed 1"), written);
    }

    @Test
    void aClientThatIsFasterThanTheAnnouncementComesAfterIt() {
        Invocation invocation = events.open("/");
        log("up");
        frame(invocation);
        printer.look(true);
        assertEquals(List.of("log up"), written);
        queue.ready(READY);
        printer.look(true);
        assertEquals(List.of("log up", "ready", "opened 1", "frame 0 of 1"), written);
    }

    @Test
    void aFrameThatIsStillArrivingIsWaitedForAndHoldsTheEndBack() {
        queue.ready(READY);
        Invocation invocation = events.open("/");
        frame(invocation);
        events.setComplete(0, false);
        end(invocation);
        assertTrue(printer.look(true));
        assertEquals(List.of("ready", "opened 1"), written);
        events.setComplete(0, true);
        assertFalse(printer.look(true));
        assertEquals(List.of("ready", "opened 1", "frame 0 of 1", "closed 1"), written);
    }

    @Test
    void aFrameThatNeverBecomesCompleteIsNotWaitedForLong() {
        queue.ready(READY);
        Invocation invocation = events.open("/");
        frame(invocation);
        events.setComplete(0, false);
        for (int look = 0; look < 10; look++) {
            printer.look(true);
        }
        assertEquals(List.of("ready", "opened 1", "frame 0 of 1"), written);
    }

    @Test
    void withoutFramesEventsComeAsTheyHappened() {
        EventPrinter plain = printer(false);
        queue.ready(READY);
        Invocation invocation = events.open("/");
        frame(invocation);
        log("hello");
        end(invocation);
        plain.look(true);
        assertEquals(List.of("ready", "opened 1", "log hello", "closed 1"), written);
    }

    @Test
    void aSlowReaderCostsLinesOfTheLogButNeverAnOpeningOrAnEnd() {
        queue.ready(READY);
        for (int i = 0; i < 5; i++) {
            log("line " + i);
        }
        end(events.open("/"));
        printer.look(true);
        assertEquals(List.of("ready", "log line 0", "log line 1", "log line 2", "opened 1", "closed 1"), written);
        assertEquals(List.of(new LeftOut(2, 0, 0)), leftOut);
        log("again");
        printer.look(true);
        assertEquals("log again", written.get(written.size() - 1));
    }

    @Test
    void aReaderThatDoesNotReadAtAllCostsAFewEventsThatAreCounted() {
        EventQueue small = new EventQueue(3, 100, 4);
        Events many = new Events(small);
        small.ready(READY);
        for (int i = 0; i < 3; i++) {
            many.end(many.open("/"), FunctionStatus.SUCCESS, EndCause.CLIENT_CLOSED, 1000, "");
        }
        assertEquals(new LeftOut(0, 3, 0), small.takeLeftOut());
        assertEquals(
                List.of("ready", "opened 1", "closed 1", "opened 2"),
                small.drain().stream().map(EventPrinterTest::name).toList());
        many.open("/");
        assertEquals(1, small.drain().size());
        assertEquals(LeftOut.NOTHING, small.takeLeftOut());
    }

    @Test
    void framesThatHadToMakeRoomBeforeTheyWerePrintedAreCounted() {
        queue.ready(READY);
        Invocation invocation = events.open("/");
        frame(invocation);
        printer.look(true);
        for (int i = 0; i < 4; i++) {
            frame(invocation);
        }
        events.letGo(3);
        printer.look(true);
        assertEquals(List.of("ready", "opened 1", "frame 0 of 1", "frame 3 of 1", "frame 4 of 1"), written);
        assertEquals(List.of(new LeftOut(0, 0, 2)), leftOut);
    }

    @Test
    void finishingPrintsAllThatIsLeft() {
        queue.ready(READY);
        Invocation invocation = events.open("/");
        for (int i = 0; i < 25_000; i++) {
            frame(invocation);
        }
        end(invocation);
        printer.finish();
        printer.run(() -> false);
        assertEquals(25_003, written.size());
        assertEquals("closed 1", written.get(25_002));
    }

    @Test
    void aClosedOutputEndsThePrinting() {
        queue.ready(READY);
        printer.run(() -> true);
        assertEquals(List.of("ready"), written);
    }

    private void frame(Invocation invocation) {
        events.frame(invocation, Direction.CLIENT_TO_FUNCTION, 0x81, new byte[0]);
    }

    private void end(Invocation invocation) {
        events.end(invocation, FunctionStatus.SUCCESS, EndCause.CLIENT_CLOSED, 1000, "");
    }

    private void log(String text) {
        queue.logged(new LogLine(0, events.now, LogSource.STDOUT, "", text));
    }

    private static String name(Event event) {
        if (event instanceof Event.Frame frame) {
            return "frame " + frame.frame().number() + " of " + frame.frame().connection();
        }
        if (event instanceof Event.Opened opened) {
            return "opened " + opened.invocation().connection();
        }
        if (event instanceof Event.Closed closed) {
            return "closed " + closed.invocation().connection();
        }
        return event instanceof Event.Logged logged ? "log " + logged.line().text() : "ready";
    }
}
