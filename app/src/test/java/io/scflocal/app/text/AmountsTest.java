package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void elapsedTimeAlwaysHasHours() {
        assertEquals("00:04:12", Amounts.elapsed(Duration.ofSeconds(252).toNanos()));
        assertEquals("00:00:00", Amounts.elapsed(-1));
        assertEquals("25:00:01", Amounts.elapsed(Duration.ofSeconds(90_001).toNanos()));
    }

    @Test
    void aShortTimeIsWrittenWithItsMilliseconds() {
        assertEquals("0.143 s", Amounts.taken(Duration.ofMillis(143).toNanos()));
        assertEquals("59.999 s", Amounts.taken(Duration.ofMillis(59_999).toNanos()));
        assertEquals("00:01:00", Amounts.taken(Duration.ofSeconds(60).toNanos()));
    }

    @Test
    void aLimitHasHoursOnlyWhenItNeedsThem() {
        assertEquals("00:03", Amounts.limit(Duration.ofSeconds(3).toNanos()));
        assertEquals("15:00", Amounts.limit(Duration.ofMinutes(15).toNanos()));
        assertEquals("2:00:00", Amounts.limit(Duration.ofHours(2).toNanos()));
    }

    @Test
    void whatIsLeftIsNeverNegativeAndCountsTenthsOnlyNearTheEnd() {
        assertEquals("10.8 s", Amounts.left(Duration.ofMillis(10_899).toNanos()));
        assertEquals("0.0 s", Amounts.left(-5));
        assertEquals("89.9 s", Amounts.left(Duration.ofMillis(89_999).toNanos()));
        assertEquals("01:30", Amounts.left(Duration.ofSeconds(90).toNanos()));
        assertEquals("1:59:58", Amounts.left(Duration.ofSeconds(7_198).toNanos()));
    }
}
