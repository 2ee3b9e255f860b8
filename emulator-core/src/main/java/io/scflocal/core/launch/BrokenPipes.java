package io.scflocal.core.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * SIGPIPE, which ends a process that writes to nobody. A window's toolkit ignores it, which processes inherit: a function would go on
 * writing, and pasta of 2023 does not start.
 */
final class BrokenPipes {
    /** What is put before a command to have the signal as it is by default; env(1) replaces itself by the command. */
    static final List<String> END_WRITERS = List.of("env", "--default-signal=PIPE");

    private static final long SIGPIPE = 1L << 12;
    private static final long LIMIT_SECONDS = 5;
    private static final int HEXADECIMAL = 16;

    private BrokenPipes() {}

    /** Whether processes that are started from here would ignore the signal, and {@link #END_WRITERS} helps. */
    static boolean areIgnored() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            boolean ignored = status.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), HEXADECIMAL) & SIGPIPE) != 0);
            return ignored && canBeMended();
        } catch (IOException e) {
            // No Linux, so no such toolkit.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Not every env(1) knows the option. */
    private static boolean canBeMended() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(END_WRITERS.stream(), Stream.of("true")).toList())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
