package io.scflocal.core.invocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.ManualTicker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FunctionOutputTest {
    private final ManualTicker ticker = new ManualTicker();
    private final InvocationLog log = new InvocationLog(ticker, line -> {});
    private final Invocations invocations =
            new Invocations(ticker, () -> Timeouts.DEFAULT, log, new InvocationListener() {});
    private final List<Integer> tooLong = new ArrayList<>();
    private final Set<String> starting = new HashSet<>();
    private final FunctionOutput output = new FunctionOutput(
            invocations,
            log,
            new LogMeter(ticker, (kind, connection, frame, measured, limit) -> tooLong.add(connection)),
            starting::contains);

    @Test
    void lineIsOfTheOnlyInvocationOfItsInstance() {
        assertEquals("", ownerOf("A", "nobody there"));
        Invocation first = Begun.in(invocations, "A");
        Invocation second = Begun.in(invocations, "B");
        assertEquals(first.requestId(), ownerOf("A", "hello"));
        assertEquals(second.requestId(), ownerOf("B", "hello"));
        assertEquals("", ownerOf("C", "hello"));
    }

    @Test
    void lineOfAStartIsOfTheOnlyInvocationThatWaits() {
        starting.add("B");
        assertEquals("", ownerOf("B", "hello"));
        Begun.in(invocations, "A");
        Invocation waiting = Begun.in(invocations);
        assertEquals(waiting.requestId(), ownerOf("B", "hello"));
        assertEquals("", ownerOf("C", "not starting"));
        Begun.in(invocations);
        assertEquals("", ownerOf("B", "hello"));
    }

    @Test
    void whereAnInstanceServesSeveralALineIsOfTheOpenInvocationThatItNames() {
        Begun.in(invocations, "A");
        Invocation second = Begun.in(invocations, "A");
        assertEquals("", ownerOf("A", "hello"));
        assertEquals(second.requestId(), ownerOf("A", "request " + second.requestId() + " says hello"));
        Begun.in(invocations, "A");
        invocations.end(
                second, new InvocationEnd(FunctionStatus.SUCCESS, EndCause.CLIENT_CLOSED, 1000, "", 0, 0), 128, 0);
        assertEquals("", ownerOf("A", "late word of " + second.requestId()));
    }

    @Test
    void linesAreCountedForTheirConnection() {
        Begun.in(invocations, "A");
        Begun.in(invocations, "B");
        output.printed("B", LogSource.STDERR, "x".repeat(PlatformLimits.MAX_LOG_LINE_BYTES + 1));
        assertEquals(List.of(2), tooLong);
    }

    /** Request id of the line with which an instance prints {@code text}. */
    private String ownerOf(String instance, String text) {
        output.printed(instance, LogSource.STDOUT, text);
        LogLine line = log.lines(log.endNumber() - 1, 1).get(0);
        assertEquals(text, line.text());
        assertEquals(LogSource.STDOUT, line.source());
        return line.requestId();
    }
}
