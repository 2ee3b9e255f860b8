package io.scflocal.core.instance;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** Measures the resident memory of a process tree once a second on a thread of its own. Thread-safe. */
final class MemorySampler implements AutoCloseable {
    private static final Logger LOG = System.getLogger(MemorySampler.class.getName());

    private final SystemInfo system = new SystemInfo();
    private final ProcessTree tree;
    private final ScheduledExecutorService scheduler;
    private volatile long bytes;

    private MemorySampler(ProcessTree tree) {
        this.tree = tree;
        scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "memory");
            thread.setDaemon(true);
            return thread;
        });
    }

    static MemorySampler start(ProcessTree tree) {
        MemorySampler sampler = new MemorySampler(tree);
        sampler.scheduler.scheduleWithFixedDelay(sampler::measure, 0, 1, TimeUnit.SECONDS);
        return sampler;
    }

    /** The last measurement; 0 before the first. Pages that processes share count once for each. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void measure() {
        try {
            List<Integer> ids =
                    tree.members().stream().map(process -> (int) process.pid()).toList();
            bytes = system.getOperatingSystem().getProcesses(ids).stream()
                    .mapToLong(OSProcess::getResidentMemory)
                    .sum();
        } catch (RuntimeException e) {
            // The scheduler would drop the task for good after one failure.
            LOG.log(Level.WARNING, "The memory of the function can't be measured", e);
        }
    }
}
