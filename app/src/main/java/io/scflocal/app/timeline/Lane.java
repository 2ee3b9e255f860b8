package io.scflocal.app.timeline;

import io.scflocal.core.invocation.Invocation;
import java.util.List;

/**
 * One connection in a picture of the time.
 *
 * @param invocation the connection
 * @param end its end, or the moment of the picture while it is open; nanoseconds since 1970-01-01T00:00:00Z
 * @param toFunction frames client → function in each column
 * @param toClient frames function → client in each column
 * @param idles times without a message that came near the idle timeout
 */
record Lane(Invocation invocation, long end, int[] toFunction, int[] toClient, List<Idle> idles) {

    /**
     * A time without a message.
     *
     * @param from the last message before it
     * @param to the next message, the connection's end, or the moment of the picture
     * @param used how much of the idle timeout it took, 0 to 1
     */
    record Idle(long from, long to, double used) {}
}
