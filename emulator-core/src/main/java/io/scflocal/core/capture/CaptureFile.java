package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file of a capture. Small things are stored through mapped memory, large ones by ordinary writes; both end in the operating system's
 * one cache, so either is seen at once by all readers and survives the death of this process.
 *
 * <p>Confined to the writer thread; a mapping stays valid after {@link #close()}.
 */
final class CaptureFile implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CaptureFile.class.getName());
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(64 << 10).asReadOnlyBuffer();

    private final Path path;
    private final FileChannel channel;
    private final DiskRoom room;

    CaptureFile(Path path, FileChannel channel, DiskRoom room) {
        this.path = path;
        this.channel = channel;
        this.room = room;
    }

    /** Maps a part of the file, which grows as needed, for reading and writing, little-endian. */
    ByteBuffer map(long position, int bytes) throws IOException {
        return channel.map(FileChannel.MapMode.READ_WRITE, position, bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Writes zeros, so that mapped memory has its place on the disk before it is touched: a full disk is an exception here, but a
     * fault of the memory access there. It also makes the first touch of a page about three times as fast.
     */
    void fill(long position, int bytes) throws IOException {
        room.write(() -> {
            for (int done = 0; done < bytes; done += ZEROS.capacity()) {
                put(ZEROS, 0, Math.min(ZEROS.capacity(), bytes - done), position + done);
            }
        });
    }

    /** Writes {@code length} bytes from an absolute index of a buffer, which stays as it is. */
    void write(ByteBuffer bytes, int index, int length, long position) throws IOException {
        room.write(() -> put(bytes, index, length, position));
    }

    private void put(ByteBuffer bytes, int index, int length, long position) throws IOException {
        ByteBuffer piece = bytes.duplicate().limit(index + length).position(index);
        while (piece.hasRemaining()) {
            channel.write(piece, position + piece.position() - index);
        }
    }

    /** Closes the file and cuts off what was mapped but not used. Where a mapped file can't be cut (Windows) zeros stay at its end. */
    void closeAt(long length) {
        try (this) {
            channel.truncate(length);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The unused end of " + path + " stays", e);
        }
    }

    /** Closes the file, of which nothing is lost by that: what was written is in the operating system's cache. */
    void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closing " + path + " failed", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
