package io.scflocal.core.output;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * Named pipes in a directory.
 *
 * @param stdout the one for standard output
 * @param stderr the one for standard error
 */
record NamedPipes(NamedPipe stdout, NamedPipe stderr) implements OutputPipes {

    /** Makes them. */
    static NamedPipes create(Path directory) throws IOException, InterruptedException {
        NamedPipe stdout = NamedPipe.create(directory.resolve("stdout"));
        try {
            return new NamedPipes(stdout, NamedPipe.create(directory.resolve("stderr")));
        } catch (IOException | InterruptedException e) {
            stdout.close();
            throw e;
        }
    }

    @Override
    public Redirect target(OutputStreamKind stream) {
        return of(stream).target();
    }

    @Override
    public InputStream reader(OutputStreamKind stream, Process process) {
        return of(stream).reader();
    }

    @Override
    public void close() throws IOException {
        try (stderr) {
            stdout.close();
        }
    }

    private NamedPipe of(OutputStreamKind stream) {
        return stream == OutputStreamKind.STDOUT ? stdout : stderr;
    }
}
