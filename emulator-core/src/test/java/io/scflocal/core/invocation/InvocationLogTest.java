package io.scflocal.core.invocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.time.ManualTicker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationLogTest {
    private final List<LogLine> told = new ArrayList<>();
    private final InvocationLog log = new InvocationLog(new ManualTicker(), told::add);

    @Test
    void givesLinesFromANumberOnOldestFirst() {
        for (String text : List.of("a", "b", "c", "d")) {
            log.append(LogSource.STDOUT, "", text);
        }
        assertEquals(List.of("b", "c"), texts(log.lines(1, 2)));
        assertEquals(List.of("d"), texts(log.lines(3, 9)));
        assertEquals(List.of(), texts(log.lines(4, 9)));
        assertEquals(4, told.size());
    }

    @Test
    void forgetsTheOldestLinesWhenItIsFull() {
        String megabyte = "x".repeat(1 << 20);
        for (int i = 0; i < 20; i++) {
            log.append(LogSource.STDERR, "", megabyte);
        }
        assertEquals(20, log.endNumber());
        assertEquals(4, log.firstNumber());
        assertEquals(4, log.lines(0, 1).get(0).number());
    }

    @Test
    void keepsOneLineHoweverLong() {
        log.append(LogSource.STDOUT, "", "short");
        log.append(LogSource.STDOUT, "", "x".repeat(17 << 20));
        assertEquals(1, log.firstNumber());
        assertEquals(2, log.endNumber());
    }

    private static List<String> texts(List<LogLine> lines) {
        return lines.stream().map(LogLine::text).toList();
    }
}
