package io.scflocal.core.capture;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes the messages of a capture on a thread of its own, which looks for new frames fifty times a second. The writer never waits for it. */
final class MessageFollower implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MessageFollower.class.getName());
    private static final int PAUSE_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 5;

    private final MessageMaker maker;
    private volatile Future<?> pass = CompletableFuture.completedFuture(null);
    private final Queue<Integer> ended = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread follower = new Thread(task, "capture messages");
        follower.setDaemon(true);
        return follower;
    });

    private interface Step {
        void take() throws IOException;
    }

    private MessageFollower(MessageMaker maker) {
        this.maker = maker;
    }

    /** Follows a capture that grows. */
    static MessageFollower follow(MessageMaker maker) {
        MessageFollower follower = new MessageFollower(maker);
        follower.thread.scheduleWithFixedDelay(
                () -> follower.attempt(follower::lookAtNew), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return follower;
    }

    /** Goes once through a capture that is over. */
    static MessageFollower goThrough(MessageMaker maker) {
        MessageFollower follower = new MessageFollower(maker);
        follower.pass = follower.thread.submit(() -> follower.attempt(() -> {
            maker.catchUp();
            maker.endAll();
        }));
        return follower;
    }

    /** Waits until the one pass through a capture that is over has come to its end. */
    void awaitPass() throws InterruptedException {
        try {
            pass.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** No more frames of a connection will come; any thread. */
    void ended(int connection) {
        ended.add(connection);
    }

    /** Stops at the next frame and frees what is held; waits for that. */
    @Override
    public void close() {
        maker.stop();
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(maker::free);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "A message is still being read while the capture is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtNew() throws IOException {
        // Before the frames are counted: all frames of these connections have been recorded.
        int endings = ended.size();
        maker.catchUp();
        for (int i = 0; i < endings; i++) {
            maker.end(ended.remove());
        }
    }

    /** An exception leaves the periodic task cancelled, which is what is wanted: it would come again. */
    private void attempt(Step step) {
        try {
            step.take();
        } catch (IOException | RuntimeException e) {
            maker.stop();
            LOG.log(Level.WARNING, "Messages of several frames and compressed ones can't be read from now on", e);
        }
    }
}
