package io.scflocal.core.instance;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** Measures the resident memory of process trees once a second on a thread of its own, which lives as long as there are any. Thread-safe. */
final class MemorySampler {
    private static final Logger LOG = System.getLogger(MemorySampler.class.getName());

    private final Set<Sample> samples = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService scheduler;

    /** The memory of one tree. */
    final class Sample implements AutoCloseable {
        private final ProcessTree tree;
        private volatile long bytes;

        private Sample(ProcessTree tree) {
            this.tree = tree;
        }

        /** The last measurement; 0 before the first. Pages that processes share count once for each. */
        long bytes() {
            return bytes;
        }

        /** Measures it no more. */
        @Override
        public void close() {
            forget(this);
        }

        private void measure(SystemInfo system) {
            List<Integer> ids =
                    tree.function().stream().map(process -> (int) process.pid()).toList();
            bytes = system.getOperatingSystem().getProcesses(ids).stream()
                    .mapToLong(OSProcess::getResidentMemory)
                    .sum();
        }
    }

    /** From now on the tree is measured. */
    synchronized Sample watch(ProcessTree tree) {
        Sample sample = new Sample(tree);
        samples.add(sample);
        if (scheduler == null) {
            SystemInfo system = new SystemInfo();
            scheduler = Executors.newSingleThreadScheduledExecutor(MemorySampler::thread);
            scheduler.scheduleWithFixedDelay(() -> measureAll(system), 0, 1, TimeUnit.SECONDS);
        }
        return sample;
    }

    private synchronized void forget(Sample sample) {
        samples.remove(sample);
        if (samples.isEmpty() && scheduler != null) {
            scheduler.shutdownNow();
            scheduler = null;
        }
    }

    private void measureAll(SystemInfo system) {
        for (Sample sample : samples) {
            try {
                sample.measure(system);
            } catch (RuntimeException e) {
                // The scheduler would drop the task for good after one failure.
                LOG.log(Level.WARNING, "The memory of the function can't be measured", e);
            }
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "memory");
        thread.setDaemon(true);
        return thread;
    }
}
