package io.scflocal.core.invocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLineTest {

    @ParameterizedTest
    @CsvSource({
        "x, 8192, -1",
        "x, 8193, 8192",
        "x, 20000, 8192",
        "é, 4096, -1",
        "é, 4097, 4096",
        "早, 2730, -1",
        "早, 2731, 2730",
        "😀, 2048, -1",
        "😀, 2049, 4096"
    })
    void theCloudKeepsEightKilobytesOfALine(String character, int times, int kept) {
        LogLine line = new LogLine(0, 0, LogSource.STDOUT, "", character.repeat(times));
        assertEquals(kept, line.keptByTheCloud().orElse(-1));
    }
}
