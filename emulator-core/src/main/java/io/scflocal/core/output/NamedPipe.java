package io.scflocal.core.output;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * A pipe for the output of a process tree. Java closes its own pipe to a process when the root of the tree ends, which kills children
 * that go on writing; this one ends when the last process that holds it has ended. Like any pipe it holds back a process that writes
 * faster than it is read, and needs no disk.
 */
final class NamedPipe implements AutoCloseable {
    private final Path path;
    private final RandomAccessFile placeholder;
    private final FileInputStream reader;

    private NamedPipe(Path path) throws IOException {
        this.path = path;
        // Opened for both directions it does not wait for the other side (fifo(7)); the reader then finds a writer.
        placeholder = new RandomAccessFile(path.toFile(), "rw");
        reader = new FileInputStream(path.toFile());
    }

    /** Makes the pipe. */
    static NamedPipe create(Path path) throws IOException, InterruptedException {
        Process mkfifo = new ProcessBuilder("mkfifo", "-m", "600", path.toString())
                .redirectErrorStream(true)
                .start();
        if (mkfifo.waitFor() != 0) {
            throw new IOException("mkfifo " + path + " failed with " + mkfifo.exitValue());
        }
        return new NamedPipe(path);
    }

    /** Where the process is to write. */
    Redirect target() {
        return Redirect.to(path.toFile());
    }

    /** What it writes; ends with the last writer once this pipe has been {@linkplain #close() handed over}. */
    InputStream reader() {
        return reader;
    }

    /** Leaves the writing end to the processes that hold it; the reader stays open. */
    @Override
    public void close() throws IOException {
        placeholder.close();
    }
}
