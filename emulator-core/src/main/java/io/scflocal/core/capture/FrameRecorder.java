package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.FrameOrigin;
import io.scflocal.core.frame.FrameSink;
import java.nio.ByteBuffer;

/** Records one direction of one connection. Confined to the writer thread of the capture. */
final class FrameRecorder implements FrameSink {
    private static final ByteBuffer NOWHERE = ByteBuffer.allocate(0);

    private final CaptureJournal journal;
    private final int connection;
    private final int way;
    private final FrameSlot slot = new FrameSlot();
    private ByteBuffer segment = NOWHERE;
    private long payloadOffset;
    private int payloadStart;
    private int room;
    private int captured;
    private boolean mapped;
    private boolean recording;

    FrameRecorder(CaptureJournal journal, int connection, Direction direction, FrameOrigin origin) {
        this.journal = journal;
        this.connection = connection;
        way = FrameSlot.way(direction, origin);
    }

    @Override
    public void frameStarted(int firstByte, boolean masked, int maskKey, long payloadLength, int headerLength) {
        recording = journal.claim(slot);
        if (!recording) {
            return;
        }
        captured = 0;
        room = (int) Math.min(payloadLength, journal.longestPayload());
        long offset = journal.reserve(headerLength, room);
        if (offset == FrameSlot.NOT_KEPT) {
            room = 0;
        } else {
            payloadOffset = offset + headerLength;
            mapped = journal.segments().isMapped(room);
            beginAt(offset, headerLength);
            writeBeginning(firstByte, masked, payloadLength, headerLength);
            if (masked) {
                segment.putInt(payloadStart - Integer.BYTES, Integer.reverseBytes(maskKey));
            }
            if (!mapped && !journal.write(offset, segment, 0, headerLength)) {
                room = 0;
            }
        }
        slot.writeOrigin(journal.epochNanos(), connection, offset);
        slot.writeHeader(payloadLength, maskKey);
        slot.publishStart(firstByte, headerLength, masked, way);
        journal.publish();
    }

    @Override
    public void payload(ByteBuffer wire, int position, int length) {
        int kept = Math.min(length, room - captured);
        if (!recording || kept <= 0) {
            return;
        }
        if (mapped) {
            if (!journal.segments().isKept(payloadOffset)) {
                // Its segment has gone and belongs to other frames now.
                room = captured;
                return;
            }
            segment.put(payloadStart + captured, wire, position, kept);
        } else if (!journal.write(payloadOffset + captured, wire, position, kept)) {
            // A hole must not follow, so the rest of this payload is not kept either.
            room = captured;
            return;
        }
        captured += kept;
        if (journal.isListed(slot)) {
            slot.publishCaptured(captured);
        }
    }

    @Override
    public void frameEnded() {
        if (recording && journal.isListed(slot)) {
            slot.publishComplete();
        }
    }

    @Override
    public void framingLost() {
        // Nothing to record: no frame starts here, and the frame before has ended.
    }

    /** A mapped frame is put together where it stays, the header of another one in a buffer from which it is written. */
    private void beginAt(long offset, int headerLength) {
        segment = mapped ? journal.segments().segment(offset) : journal.headerBuffer();
        payloadStart = (mapped ? WireSegments.position(offset) : 0) + headerLength;
    }

    /** First byte, second byte and extended length, in the form (7, 16 or 64 bits) that the length of the header tells. */
    private void writeBeginning(int firstByte, boolean masked, long payloadLength, int headerLength) {
        int start = payloadStart - headerLength;
        int maskBit = masked ? 0x80 : 0;
        segment.put(start, (byte) firstByte);
        switch (headerLength - (masked ? Integer.BYTES : 0)) {
            case 2 -> segment.put(start + 1, (byte) (maskBit | (int) payloadLength));
            case 4 -> {
                segment.put(start + 1, (byte) (maskBit | 126));
                segment.putShort(start + 2, Short.reverseBytes((short) payloadLength));
            }
            default -> {
                segment.put(start + 1, (byte) (maskBit | 127));
                segment.putLong(start + 2, Long.reverseBytes(payloadLength));
            }
        }
    }
}
