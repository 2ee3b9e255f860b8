package io.scflocal.core.capture;

import io.scflocal.core.frame.PerMessageDeflate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.IntFunction;

/** The messages of a capture that is over, in a temporary directory. Thread-safe. */
final class ScratchMessages implements AutoCloseable {
    private final CaptureDirectory directory;
    private final MessageFiles files;
    private final MessageFollower follower;

    ScratchMessages(FrameFiles frames, IntFunction<Optional<PerMessageDeflate>> agreements) throws IOException {
        directory = CaptureDirectory.create(Files.createTempDirectory("scf-local-messages-"));
        files = new MessageFiles(directory, CaptureStore.DEFAULT_QUOTA);
        follower = MessageFollower.goThrough(new MessageMaker(frames.index(), frames, files, agreements));
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
