package io.scflocal.app.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class RateHistoryTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void measuresOnceASecondFromTheFirstLookOn() {
        RateHistory first = RateHistory.from(10 * SECOND, 1_000);
        assertEquals(-1, first.newest());
        assertSame(first, first.next(10 * SECOND + 900_000_000, 1_040));
        RateHistory second = first.next(11 * SECOND, 1_050);
        assertEquals(50, second.newest());
        assertEquals(-1, second.values()[RateHistory.SECONDS - 2]);
        RateHistory late = second.next(13 * SECOND, 1_250);
        assertEquals(100, late.newest());
        assertEquals(100, late.values()[RateHistory.SECONDS - 2]);
        assertEquals(50, late.values()[RateHistory.SECONDS - 3]);
        assertEquals(100, late.most());
    }

    @Test
    void theValuesStayTheSameWhileNothingPasses() {
        RateHistory busy = RateHistory.from(0, 0).next(SECOND, 7);
        RateHistory quiet = busy.next(100 * SECOND, 7);
        assertNotSame(busy.values(), quiet.values());
        assertEquals(0, quiet.most());
        assertSame(quiet.values(), quiet.next(101 * SECOND, 7).values());
        assertEquals(3, quiet.next(102 * SECOND, 13).newest());
    }
}
