package io.scflocal.core.output;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Reads one output stream of a process to its end on a thread of its own and hands it on line by line. */
public final class OutputPump {
    private static final Logger LOG = System.getLogger(OutputPump.class.getName());
    private static final int BUFFER_BYTES = 32 * 1024;
    /** The cloud cuts a line at 8 KB; more than that is shown here, but memory stays bounded. */
    private static final int LINE_LIMIT_BYTES = 64 * 1024;

    private final OutputStreamKind stream;
    private final OutputListener listener;
    private final Thread thread;

    private OutputPump(OutputStreamKind stream, InputStream input, OutputListener listener) {
        this.stream = stream;
        this.listener = listener;
        thread = new Thread(() -> drain(input), "output-" + stream.name().toLowerCase(Locale.ROOT));
        thread.setDaemon(true);
    }

    /**
     * Begins to read.
     *
     * @param input is closed at its end
     * @param listener called on the thread of the pump
     */
    public static OutputPump start(OutputStreamKind stream, InputStream input, OutputListener listener) {
        OutputPump pump = new OutputPump(stream, input, listener);
        pump.thread.start();
        return pump;
    }

    /** Waits until everything has been handed on, but no longer than {@code limit}. */
    public void awaitEnd(Duration limit) throws InterruptedException {
        if (Thread.currentThread() != thread) {
            TimeUnit.NANOSECONDS.timedJoin(thread, limit.toNanos());
        }
    }

    private void drain(InputStream input) {
        LineSplitter splitter = new LineSplitter(LINE_LIMIT_BYTES, this::handOn);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (input) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                splitter.accept(buffer, count);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The output of the function can't be read any more", e);
        }
        splitter.finish();
    }

    private void handOn(String line) {
        try {
            listener.line(stream, line);
        } catch (RuntimeException e) {
            // The process must never stand still because a listener is broken.
            LOG.log(Level.ERROR, "A line of output was not taken", e);
        }
    }
}
