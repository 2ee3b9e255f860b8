package io.scflocal.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void timeIsTheWallClockOfTheZoneWithMilliseconds() {
        assertEquals("00:00:01.042", Formats.time(1_042_999_999L, ZoneOffset.UTC));
        assertEquals("08:00:00.000", Formats.time(0, ZoneId.of("Asia/Shanghai")));
        assertEquals("23:59:59.999", Formats.time(-1, ZoneOffset.UTC));
    }

    @Test
    void deltaHasItsSignAndIsRoundedToMilliseconds() {
        assertEquals("+0.004", Formats.delta(4_000_000));
        assertEquals("+0.000", Formats.delta(0));
        assertEquals("+1.000", Formats.delta(999_600_000));
        assertEquals("-0.012", Formats.delta(-12_000_000));
        assertEquals("+3600.001", Formats.delta(3_600_001_000_000L));
    }

    @Test
    void countGroupsItsDigits() {
        assertEquals("0", Formats.count(0));
        assertEquals("999", Formats.count(999));
        assertEquals("65,536", Formats.count(65_536));
        assertEquals("9,223,372,036,854,775,807", Formats.count(Long.MAX_VALUE));
        assertEquals("-1,000", Formats.count(-1_000));
    }

    @Test
    void hexWritesTwoDigitsForEachByte() {
        byte[] bytes = {0, 0x12, (byte) 0xC7, (byte) 0xFF};
        assertEquals("00 12 c7 ff", Formats.hex(bytes, 0, 4));
        assertEquals("12", Formats.hex(bytes, 1, 2));
        assertEquals("", Formats.hex(bytes, 2, 2));
    }

    @Test
    void hexOfANumberHasExactlyAsManyDigits() {
        assertEquals("000000ff", Formats.hex(255, 8));
        assertEquals("37fa213d", Formats.hex(0x37FA213D, 8));
        assertEquals("f", Formats.hex(0xFF, 1));
    }
}
