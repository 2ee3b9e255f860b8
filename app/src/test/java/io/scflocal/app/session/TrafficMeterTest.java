package io.scflocal.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.testkit.HandTicker;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.invocation.Handshake;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.InvocationListener;
import io.scflocal.core.invocation.InvocationLog;
import io.scflocal.core.invocation.Invocations;
import io.scflocal.core.invocation.Opening;
import io.scflocal.core.platform.Timeouts;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficMeterTest {
    private final HandTicker ticker = new HandTicker();
    private final Invocations invocations = new Invocations(
            ticker, () -> Timeouts.DEFAULT, new InvocationLog(ticker, line -> {}), new InvocationListener() {});

    private Invocation connect() {
        return invocations.begin(
                new Opening("127.0.0.1:5", true, new Handshake("GET", "/", "/", List.of(), 0, List.of())));
    }

    @Test
    void countsTheFramesOfAllConnectionsPerSecondAndDirection() {
        TrafficMeter meter = new TrafficMeter();
        Invocation first = connect();
        meter.measure(invocations, 0);
        Invocation second = connect();
        first.traffic(Direction.CLIENT_TO_FUNCTION).frame(10);
        second.traffic(Direction.CLIENT_TO_FUNCTION).frame(10);
        second.traffic(Direction.FUNCTION_TO_CLIENT).frame(10);
        meter.measure(invocations, 500_000_000);
        assertEquals(4, meter.framesPerSecond(Direction.CLIENT_TO_FUNCTION));
        assertEquals(2, meter.framesPerSecond(Direction.FUNCTION_TO_CLIENT));
        meter.measure(invocations, 1_500_000_000);
        assertEquals(0, meter.framesPerSecond(Direction.CLIENT_TO_FUNCTION));
    }
}
