package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.file.Files;

/** The messages of a capture that is over, in a temporary directory. Thread-safe. */
final class ScratchMessages implements AutoCloseable {
    private final CaptureDirectory directory;
    private final MessageFiles files;
    private final MessageFollower follower;

    /** {@code quotaBytes} is what the capture may take of the disk, of which the messages have their shares. */
    ScratchMessages(FrameFiles frames, MessageMaker.Rules rules, long quotaBytes) throws IOException {
        directory = CaptureDirectory.create(Files.createTempDirectory("scf-local-messages-"));
        files = new MessageFiles(directory, new QuotaShares(quotaBytes));
        follower = MessageFollower.goThrough(new MessageMaker(frames.index(), frames, files, rules));
    }

    MessageReader reader() {
        return files;
    }

    void await() throws InterruptedException {
        follower.awaitPass();
    }

    @Override
    public void close() throws IOException {
        follower.close();
        directory.delete();
    }
}
