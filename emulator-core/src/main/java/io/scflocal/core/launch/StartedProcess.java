package io.scflocal.core.launch;

import io.scflocal.core.output.OutputListener;
import io.scflocal.core.output.OutputPipes;
import io.scflocal.core.output.OutputPump;
import io.scflocal.core.output.OutputStreamKind;
import io.scflocal.core.process.ProcessMeans;
import io.scflocal.core.process.ProcessTree;
import io.scflocal.core.process.ScratchDirectory;
import io.scflocal.core.process.TreeEnding;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A running start file: its process tree, its output and its temporary files, which all end together. As in a container of the cloud,
 * the tree ends when its first process ends. Thread-safe.
 */
final class StartedProcess {
    private static final Logger LOG = System.getLogger(StartedProcess.class.getName());
    private static final Duration LAST_OUTPUT_LIMIT = Duration.ofSeconds(2);

    private final Process process;
    private final ProcessTree tree;
    private final List<OutputPump> pumps;
    private final ScratchDirectory scratch;
    private final TreeEnding ending;
    private final CompletableFuture<Integer> exited = new CompletableFuture<>();
    private boolean ended;

    private StartedProcess(
            Process process, ProcessTree tree, List<OutputPump> pumps, ScratchDirectory scratch, TreeEnding ending) {
        this.process = process;
        this.tree = tree;
        this.pumps = pumps;
        this.scratch = scratch;
        this.ending = ending;
        process.onExit().thenRunAsync(this::end, StartedProcess::onNewThread);
    }

    /**
     * Starts a process; {@code scratch} belongs to it from then on.
     *
     * @throws IOException if the operating system refuses to start it
     */
    static StartedProcess start(
            StartCommand command,
            ProcessMeans means,
            OutputListener output,
            ScratchDirectory scratch,
            TreeEnding ending)
            throws IOException, InterruptedException {
        try (OutputPipes pipes = means.pipes(scratch.path())) {
            Process process = command.start(pipes, means);
            ProcessTree tree = command.treeOf(process, means);
            List<OutputPump> pumps = Stream.of(OutputStreamKind.values())
                    .map(stream -> OutputPump.start(stream, pipes.reader(stream, process), output))
                    .toList();
            return new StartedProcess(process, tree, pumps, scratch, ending);
        }
    }

    Process process() {
        return process;
    }

    ProcessTree tree() {
        return tree;
    }

    /** Completes with the exit status of the root once nothing of the tree is left and its output has been read. */
    CompletableFuture<Integer> exited() {
        return exited.copy();
    }

    /** This machine's id of the start file's own process, which in a sandbox is not the one that was started. */
    long startFilePid() {
        return tree instanceof SandboxTree sandbox ? sandbox.startFile().orElse(process.pid()) : process.pid();
    }

    /** Ends everything; blocks until it is done, also when another thread does it. */
    void end() {
        end(ending::end);
    }

    /** As {@link #end}, without asking. */
    void kill() {
        end(ending::kill);
    }

    private void end(Function<ProcessTree, List<ProcessHandle>> how) {
        int status = endOnce(how);
        exited.complete(status);
    }

    private synchronized int endOnce(Function<ProcessTree, List<ProcessHandle>> how) {
        if (!ended) {
            ended = true;
            List<ProcessHandle> left = how.apply(tree);
            if (!left.isEmpty()) {
                LOG.log(Level.WARNING, "These processes of the function can't be ended: {0}", left);
            }
            awaitLastOutput();
            tree.close();
            scratch.close();
        }
        return process.isAlive() ? -1 : process.exitValue();
    }

    private void awaitLastOutput() {
        // An interrupt that came before must not cost the last lines; the wait is short anyway.
        boolean interrupted = Thread.interrupted();
        try {
            // The tree has been seen to be gone a moment before Java notices the end of its root.
            process.waitFor(LAST_OUTPUT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            for (OutputPump pump : pumps) {
                pump.awaitEnd(LAST_OUTPUT_LIMIT);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void onNewThread(Runnable task) {
        Thread thread = new Thread(task, "process-end");
        thread.setDaemon(true);
        thread.start();
    }
}
