package io.scflocal.core.capture;

import io.scflocal.core.frame.Opcode;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a capture on disk: {@code messages.map} with a number per frame, {@code messages.idx} with a record of 64 bytes per
 * message and {@code messages-0000.dat} and so on with their bytes. All of it can be made again from the frames.
 *
 * <p>A number in the map is 0 for a frame that is its own message, n + 1 for a frame of message n, and -f for a frame whose message is
 * not known yet and goes on with frame f. A record, little-endian:
 *
 * <pre>
 *  0  u64  firstFrame
 *  8  u64  lastFrame
 * 16  u64  wireLength
 * 24  u64  offset: segment number * segment size + position of the first byte
 * 32  u32  length
 * 36  u32  frames
 * 40  u8   state
 * 41  u8   opcode
 * 42  u8   1 when compressed
 * </pre>
 *
 * <p>One writer thread, any number of readers.
 */
final class MessageFiles implements MessageReader {
    private static final int RECORD_BYTES = 64;
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final MessageRecord.State[] STATES = MessageRecord.State.values();

    private final MappedRecords map;
    private final MappedRecords records;
    private final WireSegments segments;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * @param limit how many bytes of messages are kept, at most; the oldest go first
     */
    MessageFiles(CaptureDirectory directory, long limit) {
        map = new MappedRecords(directory, "messages.map", Long.BYTES);
        records = new MappedRecords(directory, "messages.idx", RECORD_BYTES);
        segments = new WireSegments(directory, "messages", () -> limit);
    }

    /** Writer: the message of {@code frame} goes on with frame {@code next}. */
    void link(long frame, long next) throws IOException {
        put(frame, -next);
    }

    /** Writer: the frame with which the unknown message of {@code frame} goes on. */
    long next(long frame) {
        return -entry(frame);
    }

    /** Writer: {@code frame} belongs to message {@code number}, which has been added. */
    void assign(long frame, long number) throws IOException {
        put(frame, number + 1);
    }

    /** Writer: keeps a message, whose number must be {@link #count()} and whose length must be what remains in {@code payload}. */
    void add(MessageRecord message, ByteBuffer payload) throws IOException {
        ByteBuffer chunk = records.writable(message.number());
        int at = records.position(message.number());
        chunk.putLong(at, message.firstFrame());
        chunk.putLong(at + 8, message.lastFrame());
        chunk.putLong(at + 16, message.wireLength());
        chunk.putLong(at + 24, payload.hasRemaining() ? write(payload) : 0);
        chunk.putInt(at + 32, message.length());
        chunk.putInt(at + 36, message.frames());
        chunk.put(at + 40, (byte) message.state().ordinal());
        chunk.put(at + 41, (byte) message.opcode().code());
        chunk.put(at + 42, (byte) (message.compressed() ? 1 : 0));
        bytes.setRelease(bytes.getPlain() + RECORD_BYTES + (long) message.frames() * Long.BYTES);
    }

    /** Writer: the message that was added has been assigned to all its frames. */
    void publish() {
        count.setRelease(count.getPlain() + 1);
    }

    @Override
    public long count() {
        return count.getAcquire();
    }

    /** Bytes of the messages and of what leads to them. */
    long bytes() {
        return bytes.getAcquire() + segments.bytes();
    }

    @Override
    public MessageRecord message(long number) {
        if (number < 0 || number >= count()) {
            throw new IndexOutOfBoundsException("message " + number + " of " + count());
        }
        return read(number);
    }

    @Override
    public Optional<MessageRecord> messageOf(long frame) {
        long entry = entry(frame);
        return entry <= 0 ? Optional.empty() : Optional.of(read(entry - 1));
    }

    @Override
    public int payload(MessageRecord message, long offset, ByteBuffer target) {
        if (offset < 0) {
            throw new IllegalArgumentException("The offset " + offset + " is negative.");
        }
        if (offset >= message.length()) {
            return 0;
        }
        int length = (int) Math.min(target.remaining(), message.length() - offset);
        long start = record(message.number()).getLong(records.position(message.number()) + 24);
        return segments.copy(start + offset, length, target) ? length : 0;
    }

    /** Any thread, once the writer thread writes no more; what was read stays readable. */
    void close(long frames) {
        map.close(frames);
        records.close(count());
        segments.close();
    }

    private MessageRecord read(long number) {
        ByteBuffer chunk = record(number);
        int at = records.position(number);
        int length = chunk.getInt(at + 32);
        boolean gone = length > 0 && chunk.getLong(at + 24) < segments.firstKeptOffset();
        return new MessageRecord(
                number,
                chunk.getLong(at),
                chunk.getLong(at + 8),
                chunk.getInt(at + 36),
                Opcode.of(chunk.get(at + 41)),
                chunk.get(at + 42) != 0,
                chunk.getLong(at + 16),
                gone ? 0 : length,
                gone ? MessageRecord.State.GONE : STATES[chunk.get(at + 40)]);
    }

    private ByteBuffer record(long number) {
        ByteBuffer chunk = records.readable(number);
        if (chunk == null) {
            throw new IndexOutOfBoundsException("message " + number + " of " + count());
        }
        return chunk;
    }

    private long write(ByteBuffer payload) throws IOException {
        int length = payload.remaining();
        long offset = segments.reserve(0, length);
        if (segments.isMapped(length)) {
            segments.segment(offset).put(WireSegments.position(offset), payload, payload.position(), length);
        } else {
            segments.write(offset, payload, payload.position(), length);
        }
        return offset;
    }

    private void put(long frame, long entry) throws IOException {
        LONG.setRelease(map.writable(frame), map.position(frame), entry);
    }

    private long entry(long frame) {
        @Nullable ByteBuffer chunk = map.readable(frame);
        return chunk == null ? 0 : (long) LONG.getAcquire(chunk, map.position(frame));
    }
}
