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
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process ends already, and this with it.
            return;
        }
        delete();
    }

    private void deleteAtExit() {
        try {
            delete();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A temporary directory stays", e);
        }
    }

    private void delete() throws IOException {
        follower.close();
        directory.delete();
    }
}
