package io.scflocal.core.launch;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.StartFile;
import io.scflocal.core.instance.StartFailure;
import java.io.IOException;
import java.nio.file.Path;

/** Makes a start file ready to be run as a plain process of this machine. Thread-safe. */
interface StartPreparation {

    /**
     * Prepares the start. Blocks on the disk.
     *
     * @param scratch an empty directory that lives as long as the instance
     * @throws StartFailure if this machine lacks what runs it
     */
    PreparedStart prepare(StartFile file, FunctionFolder folder, Path scratch) throws IOException, StartFailure;
}
