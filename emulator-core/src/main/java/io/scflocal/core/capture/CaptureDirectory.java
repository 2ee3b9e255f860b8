package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The files of one capture as mapped memory. What is written there survives the death of this process, without a system call for it. */
final class CaptureDirectory {
    /**
     * What is left to others, in bytes. A mapped page gets its place on the disk only when it is first written, and a full disk then
     * is a fault of the memory access; so mapping stops well before.
     */
    static final long SPARE_BYTES = 64L << 20;

    private static final System.Logger LOG = System.getLogger(CaptureDirectory.class.getName());

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
    void createFile(String name) throws IOException {
        Files.createFile(path.resolve(name));
    }

    /**
     * Maps a part of a file, which grows as needed, for reading and writing, little-endian.
     *
     * @throws IOException if it can't be mapped or the disk is nearly full
     */
    ByteBuffer map(String name, long position, int bytes) throws IOException {
        long usable = space.usableBytes();
        if (usable < SPARE_BYTES + bytes) {
            throw new IOException(
                    "The disk of " + path + " is nearly full: " + (usable >> 20) + " MB are left for the capture.");
        }
        try (FileChannel channel =
                FileChannel.open(path.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, position, bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Cuts off what was mapped but not used. Where a mapped file can't be cut (Windows) the zeros at its end stay. */
    void cut(String name, long length) {
        try (FileChannel channel = FileChannel.open(path.resolve(name), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The unused end of " + path.resolve(name) + " stays", e);
        }
    }
}
