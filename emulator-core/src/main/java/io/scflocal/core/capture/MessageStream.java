package io.scflocal.core.capture;

import io.scflocal.core.capture.MessageRecord.State;
import io.scflocal.core.frame.FrameHeader;
import io.scflocal.core.frame.InflatedMessage;
import io.scflocal.core.frame.Message;
import io.scflocal.core.frame.MessageAssembler;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.PerMessageInflater;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data frames of one direction of one connection on their way to messages. While a message is incomplete only the numbers of its
 * first and last frame are held here; its frames lead to each other in the files.
 *
 * <p>Confined to the thread that follows the capture.
 */
final class MessageStream implements AutoCloseable {
    private final CaptureReader frames;
    private final MessageFiles files;
    private final int budget;
    private final Optional<Boolean> contextTakeover;
    private @Nullable PerMessageInflater inflater;
    private long first;
    private long last;
    private int length;
    private long wireLength;
    private Opcode opcode = Opcode.CONTINUATION;
    private boolean compressed;
    private boolean arriving;

    /**
     * @param budget how many bytes of a message are kept
     * @param contextTakeover whether compressed messages may refer to earlier ones; empty when compression was not agreed
     */
    MessageStream(CaptureReader frames, MessageFiles files, int budget, Optional<Boolean> contextTakeover) {
        this.frames = frames;
        this.files = files;
        this.budget = budget;
        this.contextTakeover = contextTakeover;
    }

    /** The next data frame. */
    void add(FrameRecord frame) throws IOException {
        if (arriving) {
            // Its successor is there, so it is complete.
            finish();
        }
        FrameHeader header = frame.header();
        if (length > 0 && header.opcode() == Opcode.CONTINUATION) {
            files.link(last, frame.number());
        } else {
            abandon();
            begin(frame);
            if (!compressed && header.fin()) {
                return;
            }
        }
        last = frame.number();
        length++;
        wireLength += header.payloadLength();
        arriving = header.fin();
        if (arriving && frame.complete()) {
            finish();
        }
    }

    /** Whether the last frame of a message is here but has not fully arrived. */
    boolean isArriving() {
        return arriving;
    }

    /** Looks whether the last frame has fully arrived since. */
    void lookAgain() throws IOException {
        if (arriving && frames.frame(last).complete()) {
            finish();
        }
    }

    /** The connection is over: no more of an incomplete message will come. */
    void end() throws IOException {
        if (arriving) {
            finish();
        }
        abandon();
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.close();
            inflater = null;
        }
    }

    private void begin(FrameRecord frame) {
        first = frame.number();
        wireLength = 0;
        opcode = frame.header().opcode();
        compressed = contextTakeover.isPresent() && frame.header().rsv1();
    }

    private void abandon() throws IOException {
        if (length > 0) {
            skip();
            if (isListed()) {
                keep(State.ABANDONED, ByteBuffer.allocate(0));
            }
            length = 0;
        }
    }

    private void skip() {
        if (compressed) {
            inflater().skip();
        }
    }

    /** Whether its first frame is still there, as all others are then: it may have taken long. */
    private boolean isListed() {
        return first >= Math.max(files.firstFrame(), frames.first());
    }

    private void finish() throws IOException {
        arriving = false;
        Optional<Message> joined = isListed() ? join() : Optional.empty();
        if (joined.isPresent()) {
            finish(joined.get());
        } else {
            skip();
            length = 0;
        }
    }

    private void finish(Message message) throws IOException {
        if (compressed) {
            InflatedMessage inflated = inflater().inflate(message.payload());
            if (!message.whole()) {
                inflater().skip();
            }
            keep(message.whole() ? state(inflated.outcome()) : State.TRUNCATED, inflated.bytes());
        } else if (message.whole()) {
            keep(State.COMPLETE, message.payload());
        } else {
            boolean tooLong = message.payload().remaining() == budget;
            keep(tooLong ? State.OVER_BUDGET : State.TRUNCATED, message.payload());
        }
    }

    /** Empty when a frame of it has gone meanwhile. */
    private Optional<Message> join() {
        MessageAssembler assembler = new MessageAssembler(budget);
        Optional<Message> message = Optional.empty();
        long number = first;
        for (int i = 0; i < length; i++) {
            FrameRecord frame = frames.frame(number);
            if (!frame.isListed()) {
                return Optional.empty();
            }
            message = assembler.add(frame.header(), payload(frame));
            number = files.next(number);
        }
        return message;
    }

    private ByteBuffer payload(FrameRecord frame) {
        ByteBuffer payload = ByteBuffer.allocate(frame.capturedLength());
        frames.payload(frame.number(), 0, payload);
        return payload.flip();
    }

    private void keep(State state, ByteBuffer payload) throws IOException {
        long number = files.count();
        files.add(
                new MessageRecord(
                        number, first, last, length, opcode, compressed, wireLength, payload.remaining(), state),
                payload);
        long frame = first;
        for (; length > 0; length--) {
            long next = files.next(frame);
            files.assign(frame, number);
            frame = next;
        }
        files.publish();
    }

    private PerMessageInflater inflater() {
        PerMessageInflater present = inflater;
        if (present == null) {
            present = new PerMessageInflater(contextTakeover.orElse(false), budget);
            inflater = present;
        }
        return present;
    }

    private static State state(InflatedMessage.Outcome outcome) {
        return switch (outcome) {
            case COMPLETE -> State.COMPLETE;
            case OVER_BUDGET -> State.OVER_BUDGET;
            case BROKEN -> State.BROKEN;
            case CONTEXT_LOST -> State.CONTEXT_LOST;
        };
    }
}
