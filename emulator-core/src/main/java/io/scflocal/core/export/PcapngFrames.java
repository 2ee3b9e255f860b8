package io.scflocal.core.export;

import io.scflocal.core.capture.Annotation;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Sends frames as they were on the wire, or built again where that could not be read. */
final class PcapngFrames {
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int LONGEST_HEADER = 14;

    private final boolean whole;
    private final MessageWalk messages;

    /**
     * @param whole whether a compressed or fragmented message is sent as one plain frame
     */
    PcapngFrames(CaptureReader frames, boolean whole) {
        this.whole = whole;
        messages = new MessageWalk(frames);
    }

    void send(TcpConversation conversation, CaptureReader reader, FrameRecord frame) throws IOException {
        Optional<ExportedMessage> message = whole ? messages.next(frame) : Optional.empty();
        if (whole && message.isEmpty()) {
            return;
        }
        String note =
                reader.annotations().of(frame.number()).map(Annotation::note).orElse("");
        String comment = (note.isEmpty() ? "" : note + "\n") + "frame " + frame.number();
        if (message.isPresent() && message.get().message().isPresent()) {
            Opcode opcode = message.get().opcode();
            Rebuilt rebuilt = new Rebuilt(FIN | opcode.code(), message.get().payload());
            rebuilt.send(conversation, frame, comment + ", its message as one uncompressed frame");
        } else if (frame.capturedLength() < frame.header().payloadLength()) {
            int firstByte = frame.header().firstByte() & ~RSV1;
            String loss = ", " + frame.capturedLength() + " of its "
                    + frame.header().payloadLength() + " payload bytes are captured";
            new Rebuilt(firstByte, Payload.of(reader, frame)).send(conversation, frame, comment + loss);
        } else {
            conversation.send(frame.epochNanos(), frame.direction(), Payload.wire(reader, frame).stream(), comment);
        }
    }

    /** A frame with another payload than the one of the wire; a client's is masked with zeros, which leaves it readable. */
    private record Rebuilt(int firstByte, Payload payload) {

        void send(TcpConversation conversation, FrameRecord frame, String comment) throws IOException {
            boolean masked = frame.direction() == Direction.CLIENT_TO_FUNCTION;
            conversation.send(
                    frame.epochNanos(),
                    frame.direction(),
                    new SequenceInputStream(new ByteArrayInputStream(header(masked)), payload.stream()),
                    comment);
        }

        private byte[] header(boolean masked) {
            ByteBuffer header = ByteBuffer.allocate(LONGEST_HEADER).put((byte) firstByte);
            int mask = masked ? 0x80 : 0;
            if (payload.length() <= 125) {
                header.put((byte) (mask | (int) payload.length()));
            } else if (payload.length() <= 0xFFFF) {
                header.put((byte) (mask | 126)).putShort((short) payload.length());
            } else {
                header.put((byte) (mask | 127)).putLong(payload.length());
            }
            if (masked) {
                header.putInt(0);
            }
            byte[] bytes = new byte[header.flip().remaining()];
            header.get(bytes);
            return bytes;
        }
    }
}
