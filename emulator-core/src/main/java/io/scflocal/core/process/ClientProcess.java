package io.scflocal.core.process;

import io.scflocal.core.platform.HostSystem;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program of the user's that speaks to the function, a test run for example. It has this process's own standard streams and
 * environment, and nothing that came of it outlives it. Thread-safe.
 */
public final class ClientProcess {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Process process;
    private final ProcessTree tree;
    private final TreeEnding ending;
    private final Watchdog watchdog;

    private ClientProcess(Process process, ProcessTree tree, TreeEnding ending, Watchdog watchdog) {
        this.process = process;
        this.tree = tree;
        this.ending = ending;
        this.watchdog = watchdog;
    }

    /**
     * Starts a program in the working directory of this process.
     *
     * @param command the program and its arguments
     * @param variables are added to the environment
     * @param household who ends what is left should this emulator be killed
     * @throws IOException if the operating system refuses to start it
     */
    public static ClientProcess start(
            List<String> command, Map<String, String> variables, Household household, Ticker ticker)
            throws IOException {
        String runId = new RunId(household).create();
        Map<String, String> marked = new HashMap<>(variables);
        marked.put(RunId.VARIABLE, runId);
        List<String> words = CommandName.found(command, System.getenv(), HostSystem.current());
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().putAll(marked);
        ProcessMeans means = ProcessMeans.ofThisSystem();
        Watchdog watchdog = new Watchdog(means, runId);
        try {
            watchdog.start();
            Process process = builder.start();
            // It stays in our session, so that Ctrl-C in a terminal reaches it as it would without us.
            return new ClientProcess(
                    process, means.tree(process.toHandle(), runId, false), new TreeEnding(ticker, GRACE), watchdog);
        } catch (IOException e) {
            watchdog.close();
            throw e;
        }
    }

    /** Blocks until it has ended and gives its exit status; 128 + n if signal n ended it. What it left running is ended too. */
    public int await() throws InterruptedException {
        int status = process.waitFor();
        end();
        return status;
    }

    /** Ends it and everything that came of it; blocks until that is done. */
    public void end() {
        ending.end(tree);
        tree.close();
        watchdog.close();
    }
}
