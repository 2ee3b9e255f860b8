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
        Invocation first = beginAt("A");
        Invocation second = beginAt("B");
        assertEquals(first.requestId(), ownerOf("A", "hello"));
        assertEquals(second.requestId(), ownerOf("B", "hello"));
        assertEquals("", ownerOf("C", "hello"));
    }

    @Test
    void lineOfAStartIsOfTheOnlyInvocationThatWaits() {
        starting.add("B");
        assertEquals("", ownerOf("B", "hello"));
        beginAt("A");
        Invocation waiting = begin();
        assertEquals(waiting.requestId(), ownerOf("B", "hello"));
        assertEquals("", ownerOf("C", "not starting"));
        begin();
        assertEquals("", ownerOf("B", "hello"));
    }

    @Test
    void whereAnInstanceServesSeveralALineIsOfTheOpenInvocationThatItNames() {
        beginAt("A");
        Invocation second = beginAt("A");
        assertEquals("", ownerOf("A", "hello"));
        assertEquals(second.requestId(), ownerOf("A", "request " + second.requestId() + " says hello"));
        beginAt("A");
        invocations.end(
                second, new InvocationEnd(FunctionStatus.SUCCESS, EndCause.CLIENT_CLOSED, 1000, "", 0, 0), 128, 0);
        assertEquals("", ownerOf("A", "late word of " + second.requestId()));
    }

    @Test
    void linesAreCountedForTheirConnection() {
        beginAt("A");
        beginAt("B");
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

    private Invocation beginAt(String instance) {
        Invocation invocation = begin();
        invocations.served(invocation, instance, invocation.handshake());
        return invocation;
    }

    private Invocation begin() {
        return invocations.begin(
                new Opening("127.0.0.1:1", true, new Handshake("GET", "/", "/", List.of(), 0, List.of())));
    }
}
