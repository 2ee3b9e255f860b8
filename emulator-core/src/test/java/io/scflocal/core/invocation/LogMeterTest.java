package io.scflocal.core.invocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import io.scflocal.core.problem.Problems;
import io.scflocal.core.time.ManualTicker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogMeterTest {
    private static final int KILOBYTE = 1 << 10;

    private final ManualTicker ticker = new ManualTicker();
    private final Problems problems = new Problems(ticker, problem -> {});
    private final LogMeter meter = new LogMeter(ticker, problems);

    @Test
    void lineOfMoreThanEightKilobytesIsCutInTheCloud() {
        meter.printed(1, "x".repeat(8 * KILOBYTE));
        assertKinds();
        meter.printed(1, "早".repeat(8 * KILOBYTE / 3 + 1));
        assertKinds(ProblemKind.LOG_LINE);
        assertEquals(8 * KILOBYTE + 1, problems.all().get(0).worst());
    }

    @Test
    void moreThanFiveThousandLinesInFiveSecondsAreDropped() {
        print(1, 5_000);
        print(2, 5_000);
        assertKinds();
        print(1, 10);
        assertKinds(ProblemKind.LOG_LINES);
        assertEquals(1, problems.all().get(0).count());
        ticker.advance(Duration.ofSeconds(5));
        print(1, 5_000);
        assertEquals(1, problems.all().get(0).count());
        print(1, 1);
        assertEquals(2, problems.all().get(0).count());
    }

    @Test
    void moreThanAMegabyteInFiveSecondsIsDropped() {
        String line = "x".repeat(8 * KILOBYTE);
        for (int i = 0; i < 128; i++) {
            meter.printed(3, line);
        }
        assertKinds();
        meter.printed(3, "x");
        assertKinds(ProblemKind.LOG_BYTES);
        assertEquals(3, problems.all().get(0).connection());
    }

    private void print(int connection, int lines) {
        for (int i = 0; i < lines; i++) {
            meter.printed(connection, "a line");
        }
    }

    private void assertKinds(ProblemKind... kinds) {
        assertEquals(List.of(kinds), problems.all().stream().map(Problem::kind).toList());
    }
}
