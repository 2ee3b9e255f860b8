package io.scflocal.core.capture;

import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The room on the disk of one capture. Who is patient waits here while the disk is full, and with the writer thread wait the sockets.
 *
 * <p>Thread-safe.
 */
final class DiskRoom {
    /** What the capture leaves to others on the disk, in bytes. */
    static final long SPARE_BYTES = 64L << 20;

    private static final long LOOK_MILLIS = 200;
    private static final long SLOW_NANOS = 1_000_000_000L;

    private final Path path;
    private final DiskSpace space;
    private final Ticker ticker = Ticker.system();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition patienceEnded = lock.newCondition();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong busySince = new AtomicLong();
    private volatile boolean patient;

    /** How much room the disk has. */
    interface DiskSpace {
        /** Bytes this process may still write. */
        long usableBytes() throws IOException;
    }

    /** Something that is written to the disk. */
    interface Write {
        void run() throws IOException;
    }

    DiskRoom(Path path, DiskSpace space) {
        this.path = path;
        this.space = space;
    }

    /** The same disk for those who can't wait. */
    DiskRoom withoutPatience() {
        return new DiskRoom(path, space);
    }

    /** Whether to wait for room from now on; those who wait already go on at once when not. At the beginning nobody waits. */
    void setPatient(boolean waits) {
        lock.lock();
        try {
            patient = waits;
            patienceEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks for room.
     *
     * @throws IOException if fewer than {@code bytes} and the spare ones are left, and nobody waits
     */
    void require(long bytes) throws IOException {
        if (isShortOf(bytes)) {
            awaitRoom(
                    bytes,
                    new IOException("The disk of " + path + " is nearly full: " + (space.usableBytes() >> 20)
                            + " MB are left for the capture."));
        }
    }

    /** Writes, and again when the disk was full. What was written in part before is written anew. */
    void write(Write write) throws IOException {
        boolean first = busySince.compareAndSet(0, ticker.nanos() | 1);
        try {
            while (!attempt(write)) {
                // The others have used up the room, but now there is some again.
                continue;
            }
        } finally {
            if (first) {
                busySince.set(0);
            }
        }
    }

    /** Whether the disk keeps up; cheap. */
    DiskState state() {
        if (waiting.get() > 0) {
            return DiskState.FULL;
        }
        long since = busySince.get();
        return since != 0 && ticker.nanos() - since > SLOW_NANOS ? DiskState.SLOW : DiskState.KEEPS_UP;
    }

    private boolean attempt(Write write) throws IOException {
        try {
            write.run();
            return true;
        } catch (IOException e) {
            if (!isShortOf(0) && !saysThatTheDiskIsFull(e)) {
                throw e;
            }
            awaitRoom(0, e);
            return false;
        }
    }

    private static boolean saysThatTheDiskIsFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("not enough space");
    }

    private boolean isShortOf(long bytes) throws IOException {
        return space.usableBytes() < SPARE_BYTES + bytes;
    }

    private void awaitRoom(long bytes, IOException otherwise) throws IOException {
        waiting.incrementAndGet();
        try {
            do {
                pause(otherwise);
            } while (isShortOf(bytes));
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void pause(IOException otherwise) throws IOException {
        lock.lock();
        try {
            if (!patient || patienceEnded.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && !patient) {
                throw otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw otherwise;
        } finally {
            lock.unlock();
        }
    }
}
