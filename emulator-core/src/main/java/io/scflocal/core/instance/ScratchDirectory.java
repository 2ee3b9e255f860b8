package io.scflocal.core.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A private directory for the files that one instance needs besides its own.
 *
 * @param path the directory, readable by its owner only
 */
record ScratchDirectory(Path path) implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ScratchDirectory.class.getName());

    static ScratchDirectory create() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        // The path is put into scripts, where a blank would split it.
        boolean plain = parent.toString().matches("[\\w./-]+");
        return new ScratchDirectory(Files.createTempDirectory(plain ? parent : Path.of("/tmp"), "scf-local-run-"));
    }

    /** Deletes it with everything in it; links are deleted, not followed. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "The temporary directory " + path + " can't be deleted", e);
        }
    }
}
