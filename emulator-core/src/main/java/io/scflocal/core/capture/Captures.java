package io.scflocal.core.capture;

import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The captures under one directory, each in a directory of its own whose name begins with the time, in UTC. Thread-safe. */
public final class Captures {
    private static final System.Logger LOG = System.getLogger(Captures.class.getName());
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final int SUFFIX_LENGTH = 4;

    private static final int MOST = 20;
    private static final long MOST_BYTES = 8L << 30;

    private final Path root;
    private final int most;
    private final long mostBytes;

    /**
     * One capture.
     *
     * @param id the name of its directory
     * @param directory where it lies
     * @param header what is said of it as a whole
     * @param frames how many frames its index has
     * @param bytes what it takes of the disk
     */
    public record Entry(String id, Path directory, CaptureHeader header, long frames, long bytes) {}

    /** The captures under {@code root}, which need not exist yet: at most 20, and 8 GB besides the newest. */
    public Captures(Path root) {
        this(root, MOST, MOST_BYTES);
    }

    Captures(Path root, int most, long mostBytes) {
        this.root = root;
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /**
     * Starts an empty capture, for which the oldest ones are deleted if there are too many. One that is in use is never deleted.
     *
     * @param folder the function's folder
     * @param limits what it may keep
     * @throws IOException as {@link CaptureStore#create(Path, String, CaptureLimits, Ticker)}
     */
    public CaptureStore create(Path folder, CaptureLimits limits, Ticker ticker) throws IOException {
        return CaptureStore.create(newDirectory(ticker), folder.toString(), limits, ticker);
    }

    /**
     * Names the directory of a capture that is going to be created; the oldest ones are deleted if there are too many.
     *
     * @param ticker gives the name its time
     * @throws IOException if the captures can't be listed
     */
    public Path newDirectory(Ticker ticker) throws IOException {
        makeRoom();
        String suffix = UUID.randomUUID().toString().substring(0, SUFFIX_LENGTH);
        return root.resolve(TIME.format(Instant.EPOCH.plusNanos(ticker.epochNanos())) + "-" + suffix);
    }

    /**
     * Deletes the files of one capture, which must not be in use; does nothing if there is none.
     *
     * @throws IOException if a file can't be deleted
     */
    public static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            CaptureDirectory.existing(directory).delete();
        }
    }

    /** Whether a capture is being written or read, by this process or another one. */
    public static boolean isInUse(Path directory) {
        Optional<CaptureLock> lock = CaptureLock.exclusive(directory);
        lock.ifPresent(CaptureLock::close);
        return lock.isEmpty();
    }

    /**
     * All captures, newest last; what is no capture or can't be read is left out.
     *
     * @throws IOException if the directory can't be read
     */
    public List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return entries;
        }
        try (Stream<Path> directories = Files.list(root)) {
            for (Path path : directories.filter(Files::isDirectory).toList()) {
                add(entries, path);
            }
        }
        entries.sort(Comparator.comparingLong((Entry entry) -> entry.header().startedEpochNanos())
                .thenComparing(Entry::id));
        return entries;
    }

    private void makeRoom() throws IOException {
        List<Entry> entries = list();
        int count = entries.size();
        long bytes = entries.stream().mapToLong(Entry::bytes).sum();
        for (Entry oldest : entries) {
            if (count < most && bytes <= mostBytes) {
                return;
            }
            if (delete(oldest)) {
                count--;
                bytes -= oldest.bytes();
            }
        }
    }

    private static boolean delete(Entry entry) {
        Optional<CaptureLock> lock = CaptureLock.exclusive(entry.directory());
        if (lock.isEmpty()) {
            return false;
        }
        try {
            CaptureDirectory.existing(entry.directory()).delete();
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The old capture in " + entry.directory() + " could not be deleted", e);
            return false;
        } finally {
            lock.get().close();
        }
    }

    private static void add(List<Entry> entries, Path path) {
        CaptureDirectory directory = CaptureDirectory.existing(path);
        try {
            long frames = FrameIndex.open(directory).count();
            entries.add(new Entry(
                    path.getFileName().toString(), path, CaptureHeader.read(path), frames, directory.bytes()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Not listed as a capture: " + path, e);
        }
    }
}
