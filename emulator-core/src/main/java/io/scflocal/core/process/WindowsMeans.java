package io.scflocal.core.process;

import io.scflocal.core.output.OutputPipes;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Job objects, which also end everything when this process dies. Without them the tree is what the Java library shows of it.
 *
 * @param api loads the functions of the system, which takes a moment, so it is asked at the first start only
 */
record WindowsMeans(Supplier<JobApi> api) implements ProcessMeans {
    private static final Logger LOG = System.getLogger(WindowsMeans.class.getName());

    @Override
    public List<String> heading() {
        return List.of();
    }

    @Override
    public OutputPipes pipes(Path directory) {
        return OutputPipes.ORDINARY;
    }

    @Override
    public ProcessTree tree(ProcessHandle root, String runId, boolean headed) {
        return new GroupTree(root, job());
    }

    @Override
    public String watchdog() {
        return "";
    }

    private ProcessGroup job() {
        try {
            return JobObject.create(api.get());
        } catch (IOException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "Without a job object, processes that detach themselves may outlive the function",
                    e);
            return ProcessGroup.NONE;
        }
    }
}
