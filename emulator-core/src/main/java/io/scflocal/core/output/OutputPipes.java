package io.scflocal.core.output;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** What the two output streams of one process go through. Confined to the thread that starts the process. */
public interface OutputPipes extends AutoCloseable {

    /** Where the process is to write. */
    Redirect target(OutputStreamKind stream);

    /** What it and its children write; ends when the last of them has ended, once this has been {@linkplain #close() closed}. */
    InputStream reader(OutputStreamKind stream, Process process);

    /**
     * Pipes that Java does not close at the end of the process, so that what it left running can go on to write; made by mkfifo(1), which
     * Windows does not have. Blocks until they are made.
     *
     * @param directory where they are made, an empty directory of its own
     * @throws IOException if the system refuses to make them
     */
    static OutputPipes named(Path directory) throws IOException, InterruptedException {
        return NamedPipes.create(directory);
    }

    /** Leaves the writing ends to the processes that hold them; the readers stay open. */
    @Override
    void close() throws IOException;

    /** Those that Java makes for every process; on Windows they outlive its end, unlike on other systems. */
    OutputPipes ORDINARY = new OutputPipes() {
        @Override
        public Redirect target(OutputStreamKind stream) {
            return Redirect.PIPE;
        }

        @Override
        public InputStream reader(OutputStreamKind stream, Process process) {
            return stream == OutputStreamKind.STDOUT ? process.getInputStream() : process.getErrorStream();
        }

        @Override
        public void close() {}
    };
}
