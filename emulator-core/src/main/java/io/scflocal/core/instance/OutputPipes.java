package io.scflocal.core.instance;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;

/** What the two output streams of one process go through. */
interface OutputPipes extends AutoCloseable {

    /** Where the process is to write. */
    Redirect target(OutputStreamKind stream);

    /** What it and its children write; ends when the last of them has ended, once this has been {@linkplain #close() closed}. */
    InputStream reader(OutputStreamKind stream, Process process);

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
