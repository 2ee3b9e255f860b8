package io.scflocal.core.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small process that outlives the emulator by a moment: when the emulator ends, in whatever way, the pipe between them ends, and it
 * kills every process of the trees that it finds by the means of the system, and deletes the emulator's temporary files. Does
 * nothing where the system itself ends them. Thread-safe.
 */
public final class Watchdog implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Watchdog.class.getName());

    private final ProcessMeans means;
    private final String marks;
    private @Nullable Process process;

    /**
     * Does nothing before its {@linkplain #start() start}.
     *
     * @param marks what all marks begin with that it looks for, {@link RunId#prefix}
     */
    public Watchdog(ProcessMeans means, String marks) {
        this.means = means;
        this.marks = marks;
    }

    /**
     * Begins to watch; does nothing if it does so already.
     *
     * @throws IOException if the operating system refuses to start it
     */
    public synchronized void start() throws IOException {
        String script = means.watchdog();
        if (!script.isEmpty() && (process == null || !process.isAlive())) {
            // A session of its own, so that Ctrl-C in a terminal does not reach it.
            List<String> command = new ArrayList<>(means.heading());
            command.addAll(List.of("sh", "-c", script, "scf-local-watchdog", marks));
            command.add(Long.toString(ProcessHandle.current().pid()));
            command.addAll(List.of(ScratchDirectory.parent().toString(), ScratchDirectory.PREFIX));
            process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        }
    }

    /** Tells it of a process that was started as the head of a group. */
    public synchronized void begun(long pid) {
        tell("+" + pid);
    }

    /** Tells it that the process and all that came of it have ended. */
    public synchronized void ended(long pid) {
        tell("-" + pid);
    }

    /** Lets it do its work now. */
    @Override
    public synchronized void close() {
        Process watching = process;
        process = null;
        if (watching != null) {
            try {
                watching.getOutputStream().close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "The watchdog has ended already", e);
            }
        }
    }

    private void tell(String line) {
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Should the emulator be killed, processes of the function may be left", e);
        }
    }
}
