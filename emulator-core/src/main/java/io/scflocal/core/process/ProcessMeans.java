package io.scflocal.core.process;

import io.scflocal.core.output.OutputPipes;
import io.scflocal.core.platform.HostSystem;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** How one kind of system starts a process so that all that comes of it can be heard, found and ended. Thread-safe. */
public interface ProcessMeans {

    /** What a process has as standard input; nothing comes of it. */
    Redirect NO_INPUT = Redirect.from(new File(HostSystem.current() == HostSystem.WINDOWS ? "NUL" : "/dev/null"));

    /** What the messages of {@link #heading} begin with when the kernel refuses the program that follows it. */
    List<String> REFUSALS = List.of("setsid: failed to execute ", MacMeans.REFUSAL);

    /** Words before a command that make its process the head of a session or group of its own; empty if there are none. */
    List<String> heading();

    /**
     * Makes what the output of one process goes through; blocks until it is there.
     *
     * @param directory an empty directory of its own
     * @throws IOException if the system refuses to make it
     */
    OutputPipes pipes(Path directory) throws IOException, InterruptedException;

    /**
     * The tree below a process.
     *
     * @param root the process that was started
     * @param runId value of {@link RunId#VARIABLE} in its environment
     * @param headed whether it was started with {@link #heading}
     */
    ProcessTree tree(ProcessHandle root, String runId, boolean headed);

    /** The script of the {@link Watchdog}; empty if this system needs none to end what a dead emulator has left. */
    String watchdog();

    /** Those of this machine. */
    static ProcessMeans ofThisSystem() {
        return of(HostSystem.current());
    }

    /** Those of a kind of system. */
    static ProcessMeans of(HostSystem system) {
        return switch (system) {
            case LINUX -> new LinuxMeans();
            case MAC -> new MacMeans();
            case WINDOWS -> new WindowsMeans(JobApi::load);
        };
    }
}
