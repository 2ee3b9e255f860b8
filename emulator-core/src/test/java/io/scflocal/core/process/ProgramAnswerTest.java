package io.scflocal.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ProgramAnswerTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static Optional<String> answer(String script, Duration limit) throws InterruptedException {
        return ProgramAnswer.of(List.of("/bin/sh", "-c", script), limit);
    }

    @Test
    void whatAProgramSaysIsItsAnswerIfItEndsWell() throws InterruptedException {
        assertEquals(Optional.of("dark\nreally\n"), answer("cat; echo dark; echo really >&2", LIMIT));
        assertEquals(Optional.empty(), answer("echo dark; exit 1", LIMIT));
    }

    @Test
    void aProgramThatIsMissingOrTakesTooLongHasNoAnswer() throws InterruptedException {
        assertEquals(Optional.empty(), ProgramAnswer.of(List.of("/no/such/program"), LIMIT));
        assertEquals(Optional.empty(), answer("exec sleep 60", Duration.ofMillis(50)));
    }
}
