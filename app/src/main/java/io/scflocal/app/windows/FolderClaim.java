package io.scflocal.app.windows;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/**
 * A window's hold on a folder. Thread-safe.
 *
 * @param folder what is held
 * @param held what is let go when it is closed, in this order
 */
public record FolderClaim(Path folder, List<Closeable> held) implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FolderClaim.class.getName());

    /** The hold of a window that can't know of others. */
    static FolderClaim alone(Path folder) {
        return new FolderClaim(folder, List.of());
    }

    /** Lets another window have the folder. */
    @Override
    public void close() {
        for (Closeable part : held) {
            try {
                part.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "A hold on a folder ends with the process only", e);
            }
        }
    }
}
