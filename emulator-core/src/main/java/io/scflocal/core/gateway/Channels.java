package io.scflocal.core.gateway;

import io.undertow.server.protocol.http.HttpAttachments;
import io.undertow.util.Attachable;
import io.undertow.util.HeaderMap;
import java.io.IOException;
import java.util.function.Consumer;
import org.xnio.ChannelListeners;
import org.xnio.channels.StreamSinkChannel;

/** What the two HTTP sides have in common. */
final class Channels {

    private Channels() {}

    /** Gives what followed the last chunk of {@code from} to whoever writes the last chunk of {@code to}. */
    static void passTrailers(Attachable from, Attachable to) {
        HeaderMap trailers = from.getAttachment(HttpAttachments.REQUEST_TRAILERS);
        if (trailers != null) {
            to.putAttachment(HttpAttachments.RESPONSE_TRAILERS, trailers);
        }
    }

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
