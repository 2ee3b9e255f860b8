package io.scflocal.core.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTailTest {
    private final List<String> passed = new ArrayList<>();
    private final OutputTail tail = new OutputTail((stream, line) -> passed.add(line));

    @Test
    void keepsTheLastFiftyLines() {
        print(OutputStreamKind.STDERR, 120);
        assertEquals(IntStream.range(70, 120).mapToObj(i -> "STDERR " + i).toList(), tail.lines());
        assertEquals(120, passed.size());
    }

    @Test
    void aChattyStreamLeavesTheOtherItsLastLines() {
        print(OutputStreamKind.STDERR, 3);
        print(OutputStreamKind.STDOUT, 1000);
        assertEquals(50, tail.lines().size());
        assertEquals(
                List.of("STDERR 0", "STDERR 1", "STDERR 2", "STDOUT 953"),
                tail.lines().subList(0, 4));
        print(OutputStreamKind.STDERR, 1000);
        assertEquals("STDOUT 975", tail.lines().get(0));
    }

    private void print(OutputStreamKind stream, int count) {
        for (int i = 0; i < count; i++) {
            tail.line(stream, stream + " " + i);
        }
    }
}
