package io.scflocal.core.launch;

import io.scflocal.core.process.ProcessTree;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** Measures the resident memory of process trees once a second on a thread of its own, which lives as long as there are any. Thread-safe. */
final class MemorySampler {
    private static final Logger LOG = System.getLogger(MemorySampler.class.getName());

    private final SystemInfo system = new SystemInfo();
    private final Set<Sample> samples = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean told = new AtomicBoolean();
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

        private void measure() {
            try {
                List<Integer> ids = tree.function().stream()
                        .map(process -> (int) process.pid())
                        .toList();
                bytes = system.getOperatingSystem().getProcesses(ids).stream()
                        .mapToLong(OSProcess::getResidentMemory)
                        .sum();
            } catch (RuntimeException e) {
                // The scheduler would drop the task for good after one failure.
                tellOnce(e);
            }
        }
    }

    /** Measures the tree, on the calling thread first, because the log tells of its memory as soon as it serves. */
    Sample watch(ProcessTree tree) {
        Sample sample = new Sample(tree);
        sample.measure();
        add(sample);
        return sample;
    }

    private synchronized void add(Sample sample) {
        samples.add(sample);
        if (scheduler == null) {
            scheduler = Executors.newSingleThreadScheduledExecutor(MemorySampler::thread);
            scheduler.scheduleWithFixedDelay(() -> samples.forEach(Sample::measure), 1, 1, TimeUnit.SECONDS);
        }
    }

    private synchronized void forget(Sample sample) {
        samples.remove(sample);
        if (samples.isEmpty() && scheduler != null) {
            scheduler.shutdownNow();
            scheduler = null;
        }
    }

    /** Said once, because what keeps it from being measured keeps it so for a while. */
    private void tellOnce(RuntimeException e) {
        if (told.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "The memory of the function can't be measured, and is taken for what it was: " + e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "memory");
        thread.setDaemon(true);
        return thread;
    }
}
