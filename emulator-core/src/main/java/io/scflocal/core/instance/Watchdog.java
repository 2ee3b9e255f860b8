package io.scflocal.core.instance;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small process that outlives the emulator by a moment: when the emulator ends, in whatever way, the pipe between them ends, and it
 * kills every process that carries the emulator's mark and deletes the emulator's temporary files. Works on Linux; does nothing
 * elsewhere. Thread-safe.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Watchdog.class.getName());

    /** Arguments: beginning of the marks, the emulator's process id, directory and beginning of the names of temporary directories. */
    private static final String SCRIPT =
            """
            read -r _
            rounds=0
            while [ $rounds -lt 200 ]; do
              found=$(grep -lsa "%s=$1" /proc/[0-9]*/environ)
              [ -n "$found" ] || break
              for file in $found; do
                pid=${file#/proc/}
                kill -9 "${pid%%/environ}" 2>/dev/null
              done
              rounds=$((rounds + 1))
            done
            kill -0 "$2" 2>/dev/null || rm -rf "$3/$4$2"-*
            """
                    .formatted(InstanceEnvironment.RUN_ID);

    private final String marks;
    private @Nullable Process process;

    /** @param marks what all marks begin with that it looks for */
    Watchdog(String marks) {
        this.marks = marks;
    }

    /** Begins to watch; does nothing if it does so already. */
    synchronized void start() throws IOException {
        if (LinuxProcess.isSupported() && (process == null || !process.isAlive())) {
            // A session of its own, so that Ctrl-C in a terminal does not reach it.
            List<String> command = List.of(
                    "setsid",
                    "sh",
                    "-c",
                    SCRIPT,
                    "scf-local-watchdog",
                    marks,
                    Long.toString(ProcessHandle.current().pid()),
                    ScratchDirectory.parent().toString(),
                    ScratchDirectory.PREFIX);
            process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        }
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
}
