package io.scflocal.core.launch;

import io.scflocal.core.function.StartFile;
import io.scflocal.core.instance.LaunchRequest;
import io.scflocal.core.instance.StartFailure;
import io.scflocal.core.interpreter.InterpreterMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Lays out what an instance lives in. Thread-safe. */
interface Housing {

    /**
     * What is to be started.
     *
     * @param command the command
     * @param mappings what stands in for interpreters of the platform
     * @param doorway where the instance will accept connections
     */
    record Housed(StartCommand command, List<InterpreterMapping> mappings, Doorway doorway) {}

    /**
     * Prepares a start. Blocks on the disk.
     *
     * @param scratch an empty directory that lives as long as the instance
     * @param runId the mark of the instance's processes
     * @param debugPort a free port for debuggers, if they are to connect
     * @throws StartFailure if it can't be started
     */
    Housed prepare(StartFile file, LaunchRequest request, Path scratch, String runId, OptionalInt debugPort)
            throws IOException, StartFailure;
}
