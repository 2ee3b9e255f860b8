package io.scflocal.core.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that goes when it is closed, or with a process that is asked to end before that. For one thread. */
final class ScratchFile implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ScratchFile.class.getName());

    private final Path path;
    private final Thread atExit = new Thread(this::delete, "end of a scratch file");

    /** Creates nothing. */
    ScratchFile(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "A scratch file is closed at the end of the process", e);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows keeps a mapped file as long as the mapping lives.
            LOG.log(System.Logger.Level.DEBUG, "A scratch file stays for now", e);
            path.toFile().deleteOnExit();
        }
    }
}
