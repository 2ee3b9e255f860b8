package io.scflocal.app.windows;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The lock of one folder: its first byte says that a window has it, its second that the window can't be called yet. Not thread-safe. */
final class FolderLock implements Closeable {
    private final FileChannel channel;
    private @Nullable FileLock starting;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock open(Path file) throws IOException {
        return new FolderLock(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /** Whether the lock is taken now; {@link #listening()} must follow when it is. */
    boolean take() throws IOException {
        try {
            FileLock beginning = channel.tryLock(1, 1, false);
            if (beginning == null) {
                return false;
            }
            if (channel.tryLock(0, 1, false) == null) {
                beginning.release();
                return false;
            }
            starting = beginning;
            return true;
        } catch (OverlappingFileLockException e) {
            // This very process has it.
            return false;
        }
    }

    /** The window can be called from now on. */
    void listening() throws IOException {
        FileLock beginning = starting;
        if (beginning != null) {
            starting = null;
            beginning.release();
        }
    }

    /** Waits until whoever has the lock can be called, or has gone. */
    void awaitListening() throws IOException {
        try {
            channel.lock(1, 1, false).release();
        } catch (OverlappingFileLockException e) {
            // This very process is about to listen; the call finds out.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
