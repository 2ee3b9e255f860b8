package io.scflocal.core.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnEndTest {
    private final TurnEnd turnEnd = new TurnEnd();
    private final Queue<Runnable> ioThread = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();

    private void add(int number) {
        turnEnd.add(() -> done.add(number), ioThread::add);
    }

    @Test
    void tasksRunTogetherAndInTheirOrder() {
        add(1);
        add(2);
        assertEquals(List.of(), done);
        assertEquals(1, ioThread.size());
        ioThread.remove().run();
        assertEquals(List.of(1, 2), done);
        add(3);
        ioThread.remove().run();
        assertEquals(List.of(1, 2, 3), done);
    }

    @Test
    void whatATaskAddsRunsInTheSameTurn() {
        turnEnd.add(() -> add(1), ioThread::add);
        while (!ioThread.isEmpty()) {
            ioThread.remove().run();
        }
        assertEquals(List.of(1), done);
    }

    @Test
    void manyDoNotWaitForTheEnd() {
        List<Integer> numbers = IntStream.range(0, 65).boxed().toList();
        numbers.forEach(this::add);
        assertEquals(numbers.subList(0, 64), done);
        while (!ioThread.isEmpty()) {
            ioThread.remove().run();
        }
        assertEquals(numbers, done);
    }
}
