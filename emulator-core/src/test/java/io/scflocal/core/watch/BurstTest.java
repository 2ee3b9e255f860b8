package io.scflocal.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.time.ManualTicker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BurstTest {
    private final ManualTicker ticker = new ManualTicker();
    private final Burst burst = new Burst(ticker);

    @Test
    void everyChangeStartsTheSilenceAnew() {
        add("a");
        ticker.advance(Duration.ofMillis(299));
        assertTrue(burst.leftNanos() > 0);
        add("b");
        ticker.advance(Duration.ofMillis(299));
        assertEquals(Duration.ofMillis(1).toNanos(), burst.leftNanos());
        ticker.advance(Duration.ofMillis(1));
        assertEquals(0, burst.leftNanos());
        assertEquals(Set.of(Path.of("a"), Path.of("b")), burst.take(path -> true));
        assertTrue(burst.isEmpty());
    }

    @Test
    void aFileThatIsAlwaysWrittenDoesNotKeepItOpen() {
        for (int i = 0; i < 100; i++) {
            add("log.txt");
            assertTrue(burst.leftNanos() > 0);
            ticker.advance(Duration.ofMillis(100));
        }
        assertEquals(0, burst.leftNanos());
    }

    @Test
    void whatCameAndWentIsNoNewsButWhatWentIs() {
        burst.add(Path.of("sedXY"), true);
        burst.add(Path.of("sedXY"), false);
        burst.add(Path.of("gone"), false);
        burst.add(Path.of("new"), true);
        assertEquals(Set.of(Path.of("gone"), Path.of("new")), burst.take(path -> path.equals(Path.of("new"))));
    }

    private void add(String name) {
        burst.add(Path.of(name), false);
    }
}
