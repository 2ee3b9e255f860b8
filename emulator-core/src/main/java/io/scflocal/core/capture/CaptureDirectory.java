package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the files of one capture lie. */
final class CaptureDirectory {
    /** What the capture leaves to others on the disk, in bytes. */
    static final long SPARE_BYTES = 64L << 20;

    /** How much room the disk has. */
    interface DiskSpace {
        /** Bytes this process may still write. */
        long usableBytes() throws IOException;
    }

    private final Path path;
    private final DiskSpace space;

    CaptureDirectory(Path path, DiskSpace space) {
        this.path = path;
        this.space = space;
    }

    /** Creates the directory, readable by its owner only where the file system knows owners. */
    static CaptureDirectory create(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
        return new CaptureDirectory(path, Files.getFileStore(path)::getUsableSpace);
    }

    /** Creates an empty file. */
    CaptureFile createFile(String name) throws IOException {
        return open(name, StandardOpenOption.CREATE_NEW);
    }

    /** Opens a file of this capture again. */
    CaptureFile reopenFile(String name) throws IOException {
        return open(name, StandardOpenOption.WRITE);
    }

    /**
     * Asks for room on the disk.
     *
     * @throws IOException if fewer than {@code bytes} and the spare ones are left
     */
    void requireRoom(long bytes) throws IOException {
        long usable = space.usableBytes();
        if (usable < SPARE_BYTES + bytes) {
            throw new IOException(
                    "The disk of " + path + " is nearly full: " + (usable >> 20) + " MB are left for the capture.");
        }
    }

    private CaptureFile open(String name, StandardOpenOption how) throws IOException {
        Path file = path.resolve(name);
        return new CaptureFile(file, FileChannel.open(file, how, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }
}
