package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.PerMessageDeflate;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Makes messages of the frames of a capture. A frame that is its own message costs a look at its first byte.
 *
 * <p>For one thread.
 */
final class MessageMaker {
    private static final int FIN_WITHOUT_RSV1 = 0x80;

    private final FrameIndex index;
    private final CaptureReader frames;
    private final MessageFiles files;
    private final Rules rules;
    private final Map<Integer, Map<Direction, MessageStream>> streams = new HashMap<>();
    private final Set<MessageStream> arriving = new HashSet<>();
    private final FrameEntry entry = new FrameEntry();
    private long next;
    private volatile boolean stopped;

    /**
     * How messages are made.
     *
     * @param budget how many bytes of a message are kept
     * @param agreements gives what was agreed for a connection; asked after its first frame was recorded
     */
    record Rules(int budget, IntFunction<Optional<PerMessageDeflate>> agreements) {}

    MessageMaker(FrameIndex index, CaptureReader frames, MessageFiles files, Rules rules) {
        this.index = index;
        this.frames = frames;
        this.files = files;
        this.rules = rules;
    }

    /** Stops {@link #catchUp} at the next frame, for good; any thread. */
    void stop() {
        stopped = true;
    }

    /** Looks at the frames that have come since. */
    void catchUp() throws IOException {
        next = Math.max(next, index.first());
        for (long count = index.count(); next < count && !stopped; next++) {
            look(next);
        }
        for (MessageStream stream : arriving) {
            stream.lookAgain();
        }
        arriving.removeIf(stream -> !stream.isArriving());
    }

    /** No more frames of a connection will come than those looked at. */
    void end(int connection) throws IOException {
        Map<Direction, MessageStream> both = streams.remove(connection);
        if (both != null) {
            for (MessageStream stream : both.values()) {
                arriving.remove(stream);
                stream.end();
                stream.close();
            }
        }
    }

    /** No more frames will come at all. */
    void endAll() throws IOException {
        for (int connection : List.copyOf(streams.keySet())) {
            end(connection);
        }
    }

    /** Frees what it holds; what was made stays readable. */
    void free() {
        streams.values().forEach(both -> both.values().forEach(MessageStream::close));
        files.close(index.count());
    }

    private void look(long number) throws IOException {
        int firstByte = index.look(entry, number).firstByte();
        if (!entry.isUsed()) {
            return;
        }
        Opcode opcode = Opcode.of(firstByte);
        boolean ordinary = (firstByte & 0xC0) == FIN_WITHOUT_RSV1 && opcode != Opcode.CONTINUATION;
        if (opcode.isControl() || ordinary && streams.isEmpty()) {
            return;
        }
        FrameRecord frame = entry.toRecord(number);
        Map<Direction, MessageStream> both = streams.get(frame.connection());
        if (both == null && ordinary) {
            return;
        }
        if (both == null) {
            both = begin(frame.connection());
        }
        MessageStream stream = both.get(frame.direction());
        stream.add(frame);
        if (stream.isArriving()) {
            arriving.add(stream);
        }
    }

    private Map<Direction, MessageStream> begin(int connection) {
        Optional<PerMessageDeflate> agreed = rules.agreements().apply(connection);
        Map<Direction, MessageStream> both = new HashMap<>();
        for (Direction direction : Direction.values()) {
            both.put(
                    direction,
                    new MessageStream(
                            frames,
                            files,
                            rules.budget(),
                            agreed.map(agreement -> agreement.contextTakeover(direction))));
        }
        streams.put(connection, both);
        return both;
    }
}
