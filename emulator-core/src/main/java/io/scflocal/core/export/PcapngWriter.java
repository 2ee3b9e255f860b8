package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.ConnectionRecord;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A capture of packets for Wireshark: every connection as a TCP conversation on 127.0.0.1 that begins with its HTTP upgrade. When all
 * frames are exported they are those of the wire, byte for byte; out of a selection, a compressed or fragmented message becomes one plain
 * frame, because its readers would lack the frames before it.
 */
final class PcapngWriter implements CaptureWriter {
    private static final int BUFFER_BYTES = 1 << 18;

    private final Redaction redaction;

    /** Writes handshakes with {@code redaction}. */
    PcapngWriter(Redaction redaction) {
        this.redaction = redaction;
    }

    @Override
    public void write(CaptureSource capture, FrameSelection selection, OutputStream out, ExportProgress progress)
            throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        PcapngOutput packets = new PcapngOutput(
                buffered, capture.frames().gap().map(GapSentence::of).orElse(""));
        PcapngFrames frames = new PcapngFrames(capture.frames(), !selection.isAll());
        new Timeline(capture, selection, progress).tell(new Conversations(packets, capture.frames(), frames));
        buffered.flush();
    }

    /** The conversations that are going on. */
    private final class Conversations implements Timeline.Visitor {
        private final PcapngOutput packets;
        private final CaptureReader reader;
        private final PcapngFrames frames;
        private final Map<Integer, TcpConversation> open = new HashMap<>();

        Conversations(PcapngOutput packets, CaptureReader reader, PcapngFrames frames) {
            this.packets = packets;
            this.reader = reader;
            this.frames = frames;
        }

        @Override
        public void opened(ConnectionRecord connection) throws IOException {
            PcapngHandshake handshake = new PcapngHandshake(
                    redaction.apply(connection.handshake()), connection.client(), connection.openedEpochNanos());
            open.put(
                    connection.number(),
                    handshake.open(packets, connection.number(), "connection " + connection.number()));
        }

        @Override
        public void frame(FrameRecord frame) throws IOException {
            TcpConversation conversation = open.get(frame.connection());
            if (conversation == null) {
                conversation = PcapngHandshake.unknown(frame.epochNanos())
                        .open(packets, frame.connection(), "connection " + frame.connection() + ", handshake unknown");
                open.put(frame.connection(), conversation);
            }
            frames.send(conversation, reader, frame);
        }

        @Override
        public void ended(ConnectionRecord connection) throws IOException {
            TcpConversation conversation = open.remove(connection.number());
            if (conversation != null) {
                end(conversation, connection);
            }
        }

        private void end(TcpConversation conversation, ConnectionRecord connection) throws IOException {
            String cause = connection.end().orElseThrow().cause();
            String comment = connection.end().orElseThrow().status() + " " + cause;
            long time = connection.openedEpochNanos()
                    + connection.end().orElseThrow().durationNanos();
            Direction first = cause.startsWith("client") ? Direction.CLIENT_TO_FUNCTION : Direction.FUNCTION_TO_CLIENT;
            if (cause.endsWith("-lost")) {
                conversation.signal(time, first, TcpConversation.RST | TcpConversation.ACK, comment);
                return;
            }
            conversation.signal(time, first, TcpConversation.FIN | TcpConversation.ACK, comment);
            conversation.signal(time, first.opposite(), TcpConversation.FIN | TcpConversation.ACK, "");
            conversation.signal(time, first, TcpConversation.ACK, "");
        }
    }
}
