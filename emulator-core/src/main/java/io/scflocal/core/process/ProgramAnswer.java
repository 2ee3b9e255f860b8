package io.scflocal.core.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What small programs of the system answer. Thread-safe. */
public final class ProgramAnswer {
    private ProgramAnswer() {}

    /**
     * Runs a program that reads nothing and says little, and ends it when it takes too long. Blocks as long.
     *
     * @param command the program and its arguments
     * @return what it has written to standard output and standard error; empty if it can't be started, takes longer than
     *     {@code limit} or ends with another status than 0
     */
    public static Optional<String> of(List<String> command, Duration limit) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                process.getOutputStream().close();
                boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                boolean well = ended && process.exitValue() == 0;
                return well
                        ? Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // Not installed, or its pipe is closed already: no answer either way.
            return Optional.empty();
        }
    }
}
