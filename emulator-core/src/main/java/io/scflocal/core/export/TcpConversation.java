package io.scflocal.core.export;

import io.scflocal.core.frame.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection as TCP segments that nobody has ever sent: IPv4, without loss, with sequence numbers and checksums that are right. The
 * client's side is the one towards the gateway. Source: RFC 791, RFC 9293, RFC 7323 for the window scale. For one
 * thread at a time.
 */
final class TcpConversation {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;

    private static final int LONGEST_PAYLOAD = 65_000;
    private static final int IP_HEADER = 20;
    private static final int TCP_HEADER = 20;
    private static final int TCP = 6;
    private static final int LOOPBACK = 0x7F000001;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int TIME_TO_LIVE = 64;
    private static final int WIDEST_WINDOW_SCALE = 0x0103_030E;
    private static final int FIRST_INVENTED_PORT = 1024;
    private static final Pattern LOCAL_CLIENT = Pattern.compile("127\\.0\\.0\\.1:(\\d{1,5})");

    private final PcapngOutput out;
    private final int clientPort;
    private final int serverPort;
    private final byte[] payload = new byte[LONGEST_PAYLOAD];
    private int clientSequence;
    private int serverSequence;
    private int packets;

    /** What a segment carries beside its payload. */
    private record Segment(long epochNanos, Direction direction, int flags, String comment) {}

    TcpConversation(PcapngOutput out, int connection, String client, int serverPort) {
        this.out = out;
        this.serverPort = serverPort;
        Matcher known = LOCAL_CLIENT.matcher(client);
        clientPort = known.matches()
                ? Integer.parseInt(known.group(1)) & 0xFFFF
                : FIRST_INVENTED_PORT + connection % (65_536 - FIRST_INVENTED_PORT);
        // Different for every connection, so that a port that is used again is seen to be another conversation.
        clientSequence = connection * 0x9E3779B1;
        serverSequence = ~clientSequence;
    }

    /** Sends a segment without payload. */
    void signal(long epochNanos, Direction direction, int flags, String comment) throws IOException {
        segment(new Segment(epochNanos, direction, flags, comment), 0);
    }

    /** Sends bytes in as many segments as they need; the comment is the first one's. */
    void send(long epochNanos, Direction direction, InputStream bytes, String comment) throws IOException {
        String note = comment;
        for (int count = bytes.readNBytes(payload, 0, LONGEST_PAYLOAD);
                count > 0;
                count = bytes.readNBytes(payload, 0, LONGEST_PAYLOAD)) {
            segment(new Segment(epochNanos, direction, PSH | ACK, note), count);
            note = "";
        }
    }

    private void segment(Segment segment, int payloadLength) throws IOException {
        boolean up = segment.direction() == Direction.CLIENT_TO_FUNCTION;
        boolean syn = (segment.flags() & SYN) != 0;
        int tcpLength = TCP_HEADER + (syn ? Integer.BYTES : 0) + payloadLength;
        ByteBuffer packet = ByteBuffer.allocate(IP_HEADER + tcpLength);
        ip(packet);
        packet.putShort((short) (up ? clientPort : serverPort)).putShort((short) (up ? serverPort : clientPort));
        packet.putInt(up ? clientSequence : serverSequence);
        boolean acknowledges = (segment.flags() & ACK) != 0;
        packet.putInt(acknowledges ? up ? serverSequence : clientSequence : 0);
        packet.put((byte) ((syn ? 6 : 5) << 4)).put((byte) segment.flags()).putShort((short) 0xFFFF);
        packet.putInt(0);
        if (syn) {
            packet.putInt(WIDEST_WINDOW_SCALE);
        }
        packet.put(payload, 0, payloadLength);
        int pseudoHeader = 2 * ((LOOPBACK >>> 16) + (LOOPBACK & 0xFFFF)) + TCP + tcpLength;
        packet.putShort(IP_HEADER + 16, checksum(packet, IP_HEADER, packet.capacity(), pseudoHeader));
        int used = payloadLength + ((segment.flags() & (SYN | FIN)) != 0 ? 1 : 0);
        clientSequence += up ? used : 0;
        serverSequence += up ? 0 : used;
        int way = up ? PcapngOutput.INBOUND : PcapngOutput.OUTBOUND;
        out.packet(segment.epochNanos(), packet.flip(), way, segment.comment());
    }

    private void ip(ByteBuffer packet) {
        packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
        packet.putShort((short) packets++).putShort((short) DONT_FRAGMENT);
        packet.put((byte) TIME_TO_LIVE).put((byte) TCP).putShort((short) 0);
        packet.putInt(LOOPBACK).putInt(LOOPBACK);
        packet.putShort(10, checksum(packet, 0, IP_HEADER, 0));
    }

    /** The ones' complement sum of RFC 1071. */
    private static short checksum(ByteBuffer bytes, int from, int to, int start) {
        long sum = start;
        int at = from;
        for (; at + 1 < to; at += 2) {
            sum += bytes.getShort(at) & 0xFFFF;
        }
        if (at < to) {
            sum += (bytes.get(at) & 0xFF) << 8;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (short) ~sum;
    }
}
