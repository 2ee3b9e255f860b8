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
import java.util.function.IntToLongFunction;

/**
 * Makes messages of the frames of a capture. A frame that is its own message costs a look at its first byte.
 *
 * <p>For one thread.
 */
final class MessageMaker {
    private static final int FIN_WITHOUT_RSV1 = 0x80;
    /** With fewer connections nobody looks which of them have ended without being told. */
    private static final int LEAST_SWEPT = 1024;

    private final FrameIndex index;
    private final CaptureReader frames;
    private final MessageFiles files;
    private final Rules rules;
    private final Map<Integer, Map<Direction, MessageStream>> streams = new HashMap<>();
    private final Set<MessageStream> arriving = new HashSet<>();
    private final FrameEntry entry = new FrameEntry();
    private long next;
    private int sweepAt = LEAST_SWEPT;
    private volatile boolean stopped;

    /**
     * How messages are made.
     *
     * @param budget how many bytes of a message are kept
     * @param agreements gives what was agreed for a connection; asked after its first frame was recorded
     * @param ends gives when a connection ended, nanoseconds since 1970-01-01T00:00:00Z; {@link Long#MAX_VALUE} as long as it has not
     */
    record Rules(int budget, IntFunction<Optional<PerMessageDeflate>> agreements, IntToLongFunction ends) {

        /** As the records of a session say. */
        static Rules of(int budget, SessionReader session) {
            return new Rules(
                    budget,
                    number -> session.connection(number).flatMap(ConnectionRecord::compression),
                    number -> session.connection(number)
                            .flatMap(ConnectionRecord::endEpochNanos)
                            .orElse(Long.MAX_VALUE));
        }
    }

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
            endThoseBefore(frame.epochNanos());
            both = begin(frame.connection());
        }
        MessageStream stream = both.get(frame.direction());
        stream.add(frame);
        if (stream.isArriving()) {
            arriving.add(stream);
        }
    }

    /** In a capture that is gone through again nobody tells of ends; each compressed direction would keep what inflates it. */
    private void endThoseBefore(long epochNanos) throws IOException {
        if (streams.size() < sweepAt) {
            return;
        }
        for (int connection : List.copyOf(streams.keySet())) {
            if (rules.ends().applyAsLong(connection) < epochNanos) {
                end(connection);
            }
        }
        sweepAt = Math.max(LEAST_SWEPT, 2 * streams.size());
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
