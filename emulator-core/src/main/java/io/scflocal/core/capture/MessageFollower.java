package io.scflocal.core.capture;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.Opcode;
import io.scflocal.core.frame.PerMessageDeflate;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Follows a capture on a thread of its own, fifty times a second, and makes messages of its frames. The writer never waits for it. A
 * frame that is its own message costs a look at its first byte.
 */
final class MessageFollower implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MessageFollower.class.getName());
    private static final int PAUSE_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 5;
    private static final int FIN_WITHOUT_RSV1 = 0x80;

    private final FrameIndex index;
    private final CaptureReader frames;
    private final MessageFiles files;
    private final Map<Integer, PerMessageDeflate> agreements = new ConcurrentHashMap<>();
    private final Queue<Integer> ended = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Map<Direction, MessageStream>> streams = new HashMap<>();
    private final Set<MessageStream> arriving = new HashSet<>();
    private final FrameSlot slot = new FrameSlot();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread follower = new Thread(task, "capture messages");
        follower.setDaemon(true);
        return follower;
    });
    private long next;
    private volatile boolean stopped;

    /** Begins to follow. */
    MessageFollower(FrameIndex index, CaptureReader frames, MessageFiles files) {
        this.index = index;
        this.frames = frames;
        this.files = files;
        thread.scheduleWithFixedDelay(this::lookAtNew, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What was agreed for a connection, before its first frame; any thread. */
    void opened(int connection, PerMessageDeflate agreed) {
        agreements.put(connection, agreed);
    }

    /** No more frames of a connection will come; any thread. */
    void ended(int connection) {
        ended.add(connection);
    }

    /** Stops at the next frame and frees what it holds; waits for that. */
    @Override
    public void close() {
        stopped = true;
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(this::free);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "A message is still being read while the capture is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtNew() {
        if (stopped) {
            return;
        }
        try {
            catchUp();
        } catch (IOException | RuntimeException e) {
            stopped = true;
            LOG.log(Level.WARNING, "Messages of several frames and compressed ones can't be read from now on", e);
        }
    }

    private void catchUp() throws IOException {
        // Before the count: all frames of these connections have been recorded.
        int endings = ended.size();
        for (long count = index.count(); next < count && !stopped; next++) {
            look(next);
        }
        for (MessageStream stream : arriving) {
            stream.lookAgain();
        }
        arriving.removeIf(stream -> !stream.isArriving());
        for (int i = 0; i < endings && !stopped; i++) {
            end(ended.remove());
        }
    }

    private void look(long number) throws IOException {
        int firstByte = index.look(slot, number).firstByte();
        Opcode opcode = Opcode.of(firstByte);
        boolean ordinary = (firstByte & 0xC0) == FIN_WITHOUT_RSV1 && opcode != Opcode.CONTINUATION;
        if (opcode.isControl() || ordinary && streams.isEmpty()) {
            return;
        }
        FrameRecord frame = frames.frame(number);
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
        Optional<PerMessageDeflate> agreed = Optional.ofNullable(agreements.get(connection));
        Map<Direction, MessageStream> both = new HashMap<>();
        for (Direction direction : Direction.values()) {
            both.put(
                    direction,
                    new MessageStream(frames, files, agreed.map(agreement -> agreement.contextTakeover(direction))));
        }
        streams.put(connection, both);
        return both;
    }

    private void end(int connection) throws IOException {
        agreements.remove(connection);
        Map<Direction, MessageStream> both = streams.remove(connection);
        if (both != null) {
            for (MessageStream stream : both.values()) {
                arriving.remove(stream);
                stream.end();
                stream.close();
            }
        }
    }

    private void free() {
        streams.values().forEach(both -> both.values().forEach(MessageStream::close));
        files.close(index.count());
    }
}
