package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.instance.InstanceState;
import io.scflocal.core.instance.InstanceView;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.instance.StartProblem;
import io.scflocal.core.platform.ColdStart;
import io.scflocal.core.platform.Timeouts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleEventsTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final ConsoleEvents console = new ConsoleEvents(
            new Terminal(stream, stream, false),
            Messages.in(Language.ENGLISH),
            new Events(new EventQueue(1, 1, 1)),
            Timeouts.DEFAULT);

    @Test
    void newCodeThatDoesNotStartIsToldAsThatUntilItDoes() {
        StartFailure failure = new StartFailure(
                StartProblem.EXITED_BEFORE_READY, "It ended.", List.of("3", ""), List.of("SyntaxError"));
        console.write(new Event.Failed(0, failure, true));
        List<String> lines = lines();
        assertTrue(lines.get(0).startsWith("The new code did not start (405 exited during start)."), lines.get(0));
        assertTrue(lines.get(2).startsWith("New connections are answered with that status"), lines.get(2));
        assertEquals("  SyntaxError", lines.get(4));
        console.write(new Event.InstanceChanged(0, started("B")));
        console.write(new Event.InstanceChanged(0, started("C")));
        assertEquals(
                1,
                lines().stream()
                        .filter(line -> line.endsWith("The new code runs."))
                        .count());
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static InstanceView started(String id) {
        ColdStart coldStart = new ColdStart(Duration.ZERO, Duration.ZERO, Duration.ofMillis(5));
        return new InstanceView(
                id,
                1,
                InstanceState.WARM,
                0,
                0,
                Duration.ZERO,
                Optional.of(coldStart),
                Optional.empty(),
                Optional.empty());
    }
}
