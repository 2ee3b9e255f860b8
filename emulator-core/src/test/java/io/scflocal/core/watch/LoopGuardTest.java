package io.scflocal.core.watch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.time.ManualTicker;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopGuardTest {
    private final ManualTicker ticker = new ManualTicker();
    private final LoopGuard guard = new LoopGuard(ticker);

    @Test
    void theSameChangeAgainAndAgainIsALoopOnce() {
        for (int i = 1; i < LoopGuard.ROUNDS; i++) {
            assertFalse(change("data.json"));
        }
        assertFalse(guard.isLooping("data.json"));
        assertTrue(change("data.json"));
        assertTrue(guard.isLooping("data.json"));
        assertFalse(change("data.json"));
    }

    @Test
    void otherChangesAndPausesAreNone() {
        for (int i = 0; i < 2 * LoopGuard.ROUNDS; i++) {
            assertFalse(change(i % 3 == 0 ? "other.js" : "server.js"));
        }
        for (int i = 0; i < 2 * LoopGuard.ROUNDS; i++) {
            ticker.advance(LoopGuard.SOON);
            assertFalse(change("server.js"));
        }
    }

    private boolean change(String file) {
        ticker.advance(Duration.ofSeconds(1));
        return guard.closesLoop(Set.of(file));
    }
}
