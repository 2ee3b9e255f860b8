package io.scflocal.app.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {

    @ParameterizedTest
    @CsvSource({
        "10800, 15000, CALM",
        "5001, 15000, CALM",
        "5000, 15000, SOON",
        "1501, 15000, SOON",
        "1500, 15000, NOW",
        "-10, 15000, NOW",
        "720000, 7200000, CALM",
        "60000, 7200000, SOON",
        "10000, 7200000, NOW"
    })
    void urgencyFollowsTheShareThatIsLeftButNotFarFromTheEndOfALongLimit(long left, long limit, Urgency urgency) {
        assertEquals(urgency, millis(left, limit).urgency());
    }

    @Test
    void fractionStaysWithinTheBar() {
        assertEquals(0.72, millis(10_800, 15_000).fraction(), 1e-9);
        assertEquals(0, millis(-1, 15_000).fraction());
        assertEquals(1, millis(20_000, 15_000).fraction());
    }

    @Test
    void onlyAMessageRestartsItNotAnotherLimit() {
        Countdown before = millis(4_000, 15_000);
        assertTrue(before.next(nanos(15_000), nanos(15_000)).restarted());
        assertFalse(before.next(nanos(3_900), nanos(15_000)).restarted());
        assertFalse(before.next(nanos(49_000), nanos(60_000)).restarted());
    }

    private static Countdown millis(long left, long limit) {
        return new Countdown(nanos(left), nanos(limit), false);
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
