package io.scflocal.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final List<Double> shown = new ArrayList<>();
    private final Progress progress = new Progress(new Threads(Runnable::run, screen::add), shown::add);

    private void draw() {
        while (!screen.isEmpty()) {
            screen.remove().run();
        }
    }

    @Test
    void theScreenIsToldEveryHundredthHoweverOftenItIsReported() {
        for (int done = 0; done <= 1_000_000; done++) {
            assertTrue(progress.report(done, 1_000_000));
        }
        draw();
        assertEquals(100, shown.size());
        assertEquals(0.01, shown.get(0));
        assertEquals(1, shown.get(99));
    }

    @Test
    void nothingOfNothingIsNotDone() {
        assertTrue(progress.report(0, 0));
        draw();
        assertEquals(List.of(), shown);
    }

    @Test
    void whatIsCancelledIsToEndAndShowsNothingMore() {
        progress.report(1, 2);
        progress.cancel();
        assertTrue(progress.isCancelled());
        assertFalse(progress.report(2, 2));
        draw();
        assertEquals(List.of(), shown);
    }
}
