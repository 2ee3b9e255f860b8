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
 * The messages of a capture on disk: {@code messages-0000.map} and so on with a number per frame, {@code messages-0000.idx} with a record of
 * 64 bytes per message and {@code messages-0000.dat} with their bytes. All of it can be made again from the frames as long as these are
 * there. Of each the oldest go when they are too many; of a frame whose message has no record any more nothing is known here.
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
    private static final String FAMILY = "messages";
    private static final int RECORD_BYTES = 64;
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final MessageRecord.State[] STATES = MessageRecord.State.values();

    private final MappedRecords map;
    private final MappedRecords records;
    private final WireSegments segments;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong frames = new AtomicLong();

    /** Not yet any; they keep to their shares of the quota. */
    MessageFiles(CaptureDirectory directory, QuotaShares shares) {
        map = MappedRecords.create(directory, new MappedRecords.Name(FAMILY, ".map"), Long.BYTES, shares.messageMap());
        records = MappedRecords.create(
                directory, new MappedRecords.Name(FAMILY, ".idx"), RECORD_BYTES, shares.messages());
        segments = new WireSegments(directory, FAMILY, shares::messageBytes, () -> 0);
    }

    /** Writer: the message of {@code frame} goes on with frame {@code next}. */
    void link(long frame, long next) throws IOException {
        put(frame, -next);
    }

    /** Writer: the frame with which the unknown message of {@code frame} goes on. */
    long next(long frame) {
        return -entry(frame);
    }

    /** The first frame of which it can be known to what message it belongs. */
    long firstFrame() {
        return map.first();
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
        frames.setRelease(frames.getPlain() + message.frames());
    }

    /** Writer: the message that was added has been assigned to all its frames. */
    void publish() {
        count.setRelease(count.getPlain() + 1);
    }

    @Override
    public long count() {
        return count.getAcquire();
    }

    @Override
    public long first() {
        return records.first();
    }

    /** Bytes of the messages and of what leads to them. */
    long bytes() {
        return (count() - records.first()) * RECORD_BYTES + frames.getAcquire() * Long.BYTES + segments.bytes();
    }

    /** What the files take of the disk, in bytes. */
    long diskBytes() {
        return map.diskBytes() + records.diskBytes() + segments.room();
    }

    @Override
    public MessageRecord message(long number) {
        if (number < 0 || number >= count()) {
            throw new IndexOutOfBoundsException("message " + number + " of " + count());
        }
        return read(number).orElseGet(() -> gone(number));
    }

    private static MessageRecord gone(long number) {
        return new MessageRecord(number, -1, -1, 0, Opcode.CONTINUATION, false, 0, 0, MessageRecord.State.GONE);
    }

    @Override
    public Optional<MessageRecord> messageOf(long frame) {
        long entry = entry(frame);
        return entry <= 0 ? Optional.empty() : read(entry - 1);
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
        @Nullable ByteBuffer record = records.readable(message.number());
        long start = record == null ? 0 : record.getLong(records.position(message.number()) + 24);
        VarHandle.loadLoadFence();
        boolean held = record != null && records.isHeld(message.number());
        return held && segments.copy(start + offset, length, target) ? length : 0;
    }

    /** Any thread, once the writer thread writes no more; what was read stays readable. */
    void close(long frames) {
        map.close(frames);
        records.close(count());
        segments.close();
    }

    private Optional<MessageRecord> read(long number) {
        @Nullable ByteBuffer chunk = records.readable(number);
        if (chunk == null) {
            return Optional.empty();
        }
        int at = records.position(number);
        int length = chunk.getInt(at + 32);
        boolean gone = length > 0 && chunk.getLong(at + 24) < segments.firstKeptOffset();
        MessageRecord message = new MessageRecord(
                number,
                chunk.getLong(at),
                chunk.getLong(at + 8),
                chunk.getInt(at + 36),
                Opcode.of(chunk.get(at + 41)),
                chunk.get(at + 42) != 0,
                chunk.getLong(at + 16),
                gone ? 0 : length,
                gone ? MessageRecord.State.GONE : STATES[chunk.get(at + 40)]);
        VarHandle.loadLoadFence();
        return Optional.of(message).filter(read -> records.isHeld(number));
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
        if (frame >= map.first()) {
            LONG.setRelease(map.writable(frame), map.position(frame), entry);
        }
    }

    private long entry(long frame) {
        @Nullable ByteBuffer chunk = map.readable(frame);
        long entry = chunk == null ? 0 : (long) LONG.getAcquire(chunk, map.position(frame));
        VarHandle.loadLoadFence();
        return map.isHeld(frame) ? entry : 0;
    }
}
