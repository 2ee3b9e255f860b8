package io.scflocal.core.capture;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says to everybody on this machine that a capture is in use, until it is closed or the process dies.
 *
 * <p>On POSIX systems a process loses its lock when it tries in vain to lock the same capture again; then only other processes are no
 * longer kept off, which matters to none but the oldest captures of a full directory.
 */
final class CaptureLock implements AutoCloseable {
    /** The file that is locked. */
    static final String FILE = "capture.lock";

    private static final System.Logger LOG = System.getLogger(CaptureLock.class.getName());

    private final FileChannel channel;

    private CaptureLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Locks a capture against all others; empty when it is in use or can't be locked. */
    static Optional<CaptureLock> exclusive(Path directory) {
        return lock(directory, false, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Locks a capture against those who write or delete it; empty when it is in use or can't be locked. */
    static Optional<CaptureLock> shared(Path directory) {
        return lock(directory, true, StandardOpenOption.READ);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A lock of a capture was not closed", e);
        }
    }

    private static Optional<CaptureLock> lock(Path directory, boolean shared, StandardOpenOption... how) {
        try {
            CaptureLock lock = new CaptureLock(FileChannel.open(directory.resolve(FILE), how));
            if (lock.acquire(shared)) {
                return Optional.of(lock);
            }
            lock.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The capture in " + directory + " can't be locked", e);
        }
        return Optional.empty();
    }

    private boolean acquire(boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared) != null;
        } catch (OverlappingFileLockException e) {
            // In use by this very process.
            return false;
        }
    }
}
