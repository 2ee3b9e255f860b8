package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.file.Files;

/** The messages of a capture that is over, in a temporary directory, which a process that is asked to end takes along. Thread-safe. */
final class ScratchMessages implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ScratchMessages.class.getName());

    private final CaptureDirectory directory;
    private final MessageFiles files;
    private final MessageFollower follower;
    private final Thread atExit = new Thread(this::deleteAtExit, "end of messages");
    private boolean deleted;

    /** {@code quotaBytes} is what the capture may take of the disk, of which the messages have their shares. */
    ScratchMessages(FrameFiles frames, MessageMaker.Rules rules, long quotaBytes) throws IOException {
        directory = CaptureDirectory.create(Files.createTempDirectory("scf-local-messages-"));
        files = new MessageFiles(directory, new QuotaShares(quotaBytes));
        follower = MessageFollower.goThrough(new MessageMaker(frames.index(), frames, files, rules));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    MessageReader reader() {
        return files;
    }

    void await() throws InterruptedException {
        follower.awaitPass();
    }

    @Override
    public void close() throws IOException {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process ends already.
            LOG.log(System.Logger.Level.DEBUG, "A capture is closed at the end of the process", e);
        }
    }

    private void deleteAtExit() {
        try {
            delete();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A temporary directory stays", e);
        }
    }

    /** At the end of the process whoever comes second waits for the first: a thread in the middle of it may not live on. */
    private synchronized void delete() throws IOException {
        if (!deleted) {
            deleted = true;
            follower.close();
            directory.delete();
        }
    }
}
