package io.scflocal.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the blocks of a pcapng file, little-endian, with one interface of raw IP packets. Source: IETF draft-ietf-opsawg-pcapng. */
final class PcapngOutput {
    /** A packet's way, in the lowest bits of its flags. */
    static final int INBOUND = 1;
    /** The other way. */
    static final int OUTBOUND = 2;

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int LINKTYPE_RAW = 101;
    private static final int COMMENT = 1;
    private static final int INTERFACE_NAME = 2;
    private static final int PACKET_FLAGS = 2;
    private static final int USER_APPLICATION = 4;
    private static final int TIME_RESOLUTION = 9;
    private static final byte NANOSECONDS = 9;
    private static final int LARGEST_BLOCK = 1 << 17;

    private final OutputStream out;
    private final ByteBuffer block = ByteBuffer.allocate(LARGEST_BLOCK).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Writes to {@code out}.
     *
     * @param comment what is said of the whole; empty when there is nothing to say
     */
    PcapngOutput(OutputStream out, String comment) throws IOException {
        this.out = out;
        begin(SECTION_HEADER);
        block.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
        comment(comment);
        option(USER_APPLICATION, "SCF Local".getBytes(StandardCharsets.UTF_8));
        end();
        begin(INTERFACE_DESCRIPTION);
        block.putShort((short) LINKTYPE_RAW).putShort((short) 0).putInt(0);
        option(INTERFACE_NAME, "scf-local".getBytes(StandardCharsets.UTF_8));
        option(TIME_RESOLUTION, new byte[] {NANOSECONDS});
        end();
    }

    /**
     * Writes a packet.
     *
     * @param flags {@link #INBOUND} or {@link #OUTBOUND}
     * @param comment empty when there is nothing to say
     */
    void packet(long epochNanos, ByteBuffer packet, int flags, String comment) throws IOException {
        begin(ENHANCED_PACKET);
        block.putInt(0).putInt((int) (epochNanos >>> 32)).putInt((int) epochNanos);
        block.putInt(packet.remaining()).putInt(packet.remaining()).put(packet);
        pad();
        comment(comment);
        option(PACKET_FLAGS, new byte[] {(byte) flags, 0, 0, 0});
        end();
    }

    private void begin(int type) {
        block.clear().putInt(type).putInt(0);
    }

    private void option(int code, byte[] value) {
        block.putShort((short) code).putShort((short) value.length).put(value);
        pad();
    }

    private void comment(String comment) {
        if (!comment.isEmpty()) {
            option(COMMENT, comment.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void pad() {
        while (block.position() % Integer.BYTES != 0) {
            block.put((byte) 0);
        }
    }

    private void end() throws IOException {
        // No more options, and the length once more.
        block.putInt(0);
        int length = block.position() + Integer.BYTES;
        block.putInt(length).putInt(Integer.BYTES, length);
        out.write(block.array(), 0, length);
    }
}
