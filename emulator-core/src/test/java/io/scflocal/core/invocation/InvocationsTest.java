package io.scflocal.core.invocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.FunctionStatus;
import io.scflocal.core.platform.Prices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.time.ManualTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvocationsTest {
    private static final InvocationEnd SUCCESS =
            new InvocationEnd(FunctionStatus.SUCCESS, EndCause.CLIENT_CLOSED, 1000, "", 0, 5_000_000);

    private final List<Integer> ended = new ArrayList<>();
    private final ManualTicker ticker = new ManualTicker();
    private final InvocationLog log = new InvocationLog(ticker, line -> {});
    private final Invocations invocations =
            new Invocations(ticker, () -> Timeouts.DEFAULT, log, new InvocationListener() {
                @Override
                public void ended(Invocation invocation) {
                    ended.add(invocation.connection());
                }
            });

    @Test
    void timeStandsStillForWhatAnInstanceServesThatIsDebugged() {
        Invocation debugged = Begun.in(invocations, "A");
        Invocation other = Begun.in(invocations, "B");
        Duration idle = Timeouts.DEFAULT.idle();
        ticker.advance(idle.dividedBy(3));
        assertTrue(invocations.debugged(Set.of("A")));
        assertFalse(invocations.debugged(Set.of("A")));
        ticker.advance(idle);
        assertEquals(Optional.empty(), debugged.deadlines().passed());
        assertEquals(idle.toNanos() * 2 / 3, debugged.deadlines().idleLeftNanos());
        assertEquals(Optional.of(EndCause.IDLE_TIMEOUT), other.deadlines().passed());
        assertTrue(Begun.in(invocations, "A").deadlines().isPaused());
        assertTrue(invocations.debugged(Set.of()));
        assertEquals(idle.toNanos() * 2 / 3, debugged.deadlines().idleLeftNanos());
        assertEquals(idle.toNanos() / 3, debugged.deadlines().billedNanos());
        assertEquals(idle.toNanos() * 4 / 3, debugged.deadlines().openNanos());
        ticker.advance(idle.multipliedBy(2).dividedBy(3));
        assertEquals(Optional.of(EndCause.IDLE_TIMEOUT), debugged.deadlines().passed());
    }

    @Test
    void timeThatStandsStillIsNotBilled() {
        Invocation invocation = Begun.in(invocations, "A");
        ticker.advance(Duration.ofSeconds(1));
        invocations.debugged(Set.of("A"));
        ticker.advance(Duration.ofHours(1));
        invocations.debugged(Set.of());
        ticker.advance(Duration.ofSeconds(1));
        invocations.end(invocation, SUCCESS, 1024, 0);
        assertEquals(2, invocations.estimate(Prices.LIST).gbSeconds(), 1e-9);
    }

    @Test
    void endIsToldOnceHoweverOftenItIsReported() {
        Invocation invocation = Begun.in(invocations);
        invocations.end(invocation, SUCCESS, 128, 0);
        invocations.end(invocation, SUCCESS, 128, 0);
        assertEquals(List.of(1), ended);
        assertEquals(1, invocations.endedCount());
        assertEquals(0, invocations.openCount());
    }

    @Test
    void endedInvocationsAreKeptUpToABound() {
        for (int i = 0; i < 2_100; i++) {
            invocations.end(Begun.in(invocations), SUCCESS, 128, 0);
        }
        Invocation open = Begun.in(invocations);
        List<Invocation> recent = invocations.recent();
        assertEquals(2_001, recent.size());
        assertEquals(open, recent.get(0));
        assertEquals(2_100, recent.get(1).connection());
        assertTrue(invocations.changes() > 4_200);
    }
}
