package io.scflocal.core.export;

import io.scflocal.core.capture.FrameRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;

/** The numbers of frames, connection by connection. They are kept in a temporary file, where each leads to the next one.
 * For one thread. */
final class FramesByConnection implements AutoCloseable {
    private static final int CHUNK_BYTES = 16 << 20;

    private final ScratchFile file;
    private final FileChannel channel;
    private final List<ByteBuffer> chunks = new ArrayList<>();
    private final TreeMap<Integer, Ends> ends = new TreeMap<>();
    private long begin = -1;
    private long size;

    /** The first and the last frame of a connection. */
    private record Ends(long first, long last) {}

    FramesByConnection() throws IOException {
        file = new ScratchFile(Files.createTempFile("scf-local-export-", ".tmp"));
        channel = FileChannel.open(file.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Adds a frame; they come in their order. */
    void add(FrameRecord frame) throws IOException {
        size++;
        long number = frame.number();
        begin = begin < 0 ? number : begin;
        Ends before = ends.get(frame.connection());
        if (before == null) {
            ends.put(frame.connection(), new Ends(number, number));
        } else {
            chunk(before.last()).putLong(position(before.last()), number);
            ends.put(frame.connection(), new Ends(before.first(), number));
        }
    }

    /** How many frames there are. */
    long size() {
        return size;
    }

    /** The connections that have frames, in their order. */
    NavigableSet<Integer> connections() {
        return ends.navigableKeySet();
    }

    /** The number of a connection's first frame; -1 when it has none. */
    long first(int connection) {
        Ends known = ends.get(connection);
        return known == null ? -1 : known.first();
    }

    /** The number of the same connection's next frame; -1 when there is none. */
    long next(int connection, long number) throws IOException {
        Ends known = ends.get(connection);
        return known == null || number >= known.last() ? -1 : chunk(number).getLong(position(number));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        file.close();
    }

    private ByteBuffer chunk(long number) throws IOException {
        int index = (int) ((number - begin) * Long.BYTES / CHUNK_BYTES);
        while (chunks.size() <= index) {
            chunks.add(channel.map(FileChannel.MapMode.READ_WRITE, (long) chunks.size() * CHUNK_BYTES, CHUNK_BYTES));
        }
        return chunks.get(index);
    }

    private int position(long number) {
        return (int) ((number - begin) * Long.BYTES % CHUNK_BYTES);
    }
}
