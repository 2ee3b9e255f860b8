package io.scflocal.core.gateway;

import java.time.Duration;
import java.util.ArrayDeque;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;

/**
 * Closes connections after the I/O thread has read what was ready. XNIO asks the selector anew at every closing, and the selector then
 * looks at everything that is ready: when thousands of clients leave at once, closing each in its turn took the thread a millisecond.
 *
 * <p>Confined to the I/O thread.
 */
final class Closings {
    /** How many are closed before the thread reads again. */
    private static final int AT_ONCE = 16;

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final ArrayDeque<StreamConnection> waiting = new ArrayDeque<>();
    private boolean planned;

    /** Closes it soon. The caller listens to it no more. */
    void add(StreamConnection connection) {
        waiting.add(connection);
        if (!planned) {
            planned = true;
            XnioIoThread ioThread = connection.getIoThread();
            ioThread.execute(() -> closeSome(ioThread));
        }
    }

    private void closeSome(XnioIoThread ioThread) {
        for (int i = 0; i < AT_ONCE && !waiting.isEmpty(); i++) {
            IoUtils.safeClose(waiting.poll());
        }
        planned = !waiting.isEmpty();
        if (planned) {
            // A task for now would be run before the selector is asked.
            Tunnels.after(ioThread, PAUSE, () -> closeSome(ioThread));
        }
    }

    /** Closes the rest at once. */
    void closeAll() {
        while (!waiting.isEmpty()) {
            IoUtils.safeClose(waiting.poll());
        }
    }
}
