package io.scflocal.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.scflocal.core.capture.Gap;
import io.scflocal.core.capture.LimitsRecord;
import io.scflocal.core.capture.StoredCapture;
import io.scflocal.core.frame.Direction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was left of the limits when frames came, the function's name, and frames that were dropped. */
class LimitsQueryTest {
    private static final long SECOND = QueryFixture.SECOND;

    @TempDir
    Path temporary;

    private QueryFixture capture;

    @BeforeEach
    void twoLimits() throws Exception {
        capture = new QueryFixture(temporary.resolve("capture"));
        capture.facts.put(1, new ConnectionFact("id", QueryFixture.NOON, "/", List.of(), "", "ended", "idle-timeout"));
        limits("chat", 15, false);
        at(4).text("first");
        at(10).frame(1, Direction.FUNCTION_TO_CLIENT, 0x89, new byte[0]);
        at(16).text("after a ping, which is no activity");
        at(20);
        limits("chat", 60, true);
        at(26).frame(1, Direction.FUNCTION_TO_CLIENT, 0x8A, new byte[0]);
        at(30).text("after a pong, which is activity now");
        at(31).frame(2, Direction.CLIENT_TO_FUNCTION, 0x81, new byte[0]);
    }

    @AfterEach
    void close() {
        capture.close();
    }

    private QueryFixture at(long second) {
        capture.now = QueryFixture.NOON + second * SECOND;
        return capture;
    }

    private void limits(String function, long idleSeconds, boolean pingsCount) {
        capture.store.record(new LimitsRecord(capture.now, function, idleSeconds * SECOND, 900 * SECOND, pingsCount));
    }

    @Test
    void idleLeftIsWhatTheIdleTimeoutLeftBeforeTheFrameCame() {
        assertEquals(List.of(1L), capture.matches("idle.left == 11s"));
        assertEquals(List.of(2L), capture.matches("idle.left == 9s"));
        assertEquals(List.of(3L), capture.matches("idle.left == 3s"));
        assertEquals(List.of(4L), capture.matches("idle.left == 50s"));
        assertEquals(List.of(5L), capture.matches("idle.left == 56s"));
        assertEquals(List.of(6L), capture.matches("idle.left == null"));
        assertEquals(List.of(3L), capture.matches("idle.left < 5s"));
        FrameMatcher one = capture.plan("idle.left == 3s").matcher(capture.store);
        assertEquals(true, one.matches(2));
        assertEquals(false, one.matches(4));
    }

    @Test
    void execLeftCountsFromTheHandshake() {
        assertEquals(List.of(1L), capture.matches("exec.left == 896s"));
        assertEquals(List.of(2L, 3L), capture.matches("exec.left in {880s..890s}"));
        assertEquals(Tier.CONNECTION, capture.plan("exec.left < 1m").tier());
    }

    @Test
    void theFunctionHasAName() {
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), capture.matches("fn == \"chat\""));
        assertEquals(List.of(), capture.matches("fn contains \"bot\""));
    }

    @Test
    void droppedFramesAreFound() throws Exception {
        capture.store.record(new Gap(10, 2, QueryFixture.NOON, QueryFixture.NOON + SECOND, 0));
        assertEquals(List.of(1L, 2L), capture.matches("dropped"));
        assertEquals(List.of(3L, 5L), capture.matches("!dropped && data && conn == 1"));
    }

    @Test
    void aCaptureKeepsItsLimitsAndOneOfEarlierHasNone() throws Exception {
        capture.close();
        try (StoredCapture stored = StoredCapture.open(temporary.resolve("capture"))) {
            assertEquals(capture.store.limits(), stored.limits());
            assertEquals(List.of(3L), capture.matches(capture.plan("idle.left < 5s")));
        }
        try (QueryFixture old = new QueryFixture(temporary.resolve("old"))) {
            old.text("x");
            assertEquals(List.of(1L), old.matches("idle.left == null && exec.left == null && fn == null"));
        }
    }

    @Test
    void wordsThatFieldsBeginWithAreStillLookedFor() {
        assertInstanceOf(Query.QuickSearch.class, Query.parse("idle"));
        assertInstanceOf(Query.QuickSearch.class, Query.parse("exec failed"));
        assertInstanceOf(Query.Expression.class, Query.parse("idle.left < 5s"));
    }
}
