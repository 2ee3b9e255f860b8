package io.scflocal.core.gateway;

import java.io.IOException;
import java.util.function.Consumer;
import org.xnio.ChannelListeners;
import org.xnio.channels.StreamSinkChannel;

/** What the two HTTP sides have in common. */
final class Channels {

    private Channels() {}

    /** Says that the body is complete, and sees to it that this reaches the peer. */
    static void finish(StreamSinkChannel sink, Consumer<IOException> failed) {
        try {
            sink.shutdownWrites();
            if (!sink.flush()) {
                sink.getWriteSetter()
                        .set(ChannelListeners.flushingChannelListener(
                                StreamSinkChannel::suspendWrites, (channel, e) -> failed.accept(e)));
                sink.resumeWrites();
            }
        } catch (IOException e) {
            failed.accept(e);
        }
    }
}
