import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** One frame (RFC 6455 section 5.2). */
final class Frame {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int MAX_PAYLOAD = 16 << 20;
    private static final int MAX_CONTROL_PAYLOAD = 125;

    final boolean fin;
    final int opcode;
    final byte[] payload;

    Frame(boolean fin, int opcode, byte[] payload) {
        this.fin = fin;
        this.opcode = opcode;
        this.payload = payload;
    }

    boolean isControl() {
        return opcode >= CLOSE;
    }

    /** Reads and unmasks a frame from a client. */
    static Frame read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        int opcode = first & 0x0F;
        boolean fin = (first & 0x80) != 0;
        if ((first & 0x70) != 0 || (opcode > BINARY && opcode < CLOSE) || opcode > PONG) {
            throw new ProtocolException(1002, "reserved bit or opcode");
        }
        if ((second & 0x80) == 0) {
            throw new ProtocolException(1002, "frame without a mask");
        }
        long length = length(second & 0x7F, in);
        if (opcode >= CLOSE && (!fin || length > MAX_CONTROL_PAYLOAD)) {
            throw new ProtocolException(1002, "control frame too long or in fragments");
        }
        if (length < 0 || length > MAX_PAYLOAD) {
            throw new ProtocolException(1009, "frame too big");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new Frame(fin, opcode, payload);
    }

    private static long length(int shortLength, DataInputStream in) throws IOException {
        switch (shortLength) {
            case 126:
                return in.readUnsignedShort();
            case 127:
                return in.readLong();
            default:
                return shortLength;
        }
    }

    /** Writes the frame the way a server does: not masked, in one piece. */
    void write(OutputStream out) throws IOException {
        int extra = payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8;
        byte[] bytes = new byte[2 + extra + payload.length];
        bytes[0] = (byte) ((fin ? 0x80 : 0) | opcode);
        bytes[1] = (byte) (extra == 0 ? payload.length : extra == 2 ? 126 : 127);
        for (int i = 0; i < Math.min(extra, 4); i++) {
            bytes[1 + extra - i] = (byte) (payload.length >>> (8 * i));
        }
        System.arraycopy(payload, 0, bytes, 2 + extra, payload.length);
        out.write(bytes);
        out.flush();
    }
}
