package io.scflocal.core.capture;

import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** {@code annotations.*} of a capture: one record for each change, of which the newest of a frame counts. */
final class AnnotationFiles implements Annotations {
    private static final String NAME = "annotations";

    private final NumberedRecords records;
    private final @Nullable SessionWriter writer;
    private final Ticker ticker;
    private final ConcurrentSkipListMap<Long, Annotation> byFrame = new ConcurrentSkipListMap<>();
    private volatile long changes;

    private AnnotationFiles(NumberedRecords records, @Nullable SessionWriter writer, Ticker ticker) {
        this.records = records;
        this.writer = writer;
        this.ticker = ticker;
    }

    /** None yet; they are written with {@code writer}. */
    static AnnotationFiles create(CaptureDirectory directory, SessionWriter writer, Ticker ticker) {
        return new AnnotationFiles(
                NumberedRecords.create(directory, NAME, NumberedRecords.UNLIMITED, NumberedRecords.UNLIMITED),
                writer,
                ticker);
    }

    /** Those that are there already, only to be read. */
    static AnnotationFiles open(CaptureDirectory directory, boolean othersWrite) throws IOException {
        AnnotationFiles opened =
                new AnnotationFiles(NumberedRecords.open(directory, NAME, othersWrite), null, Ticker.system());
        for (long number = 0; number < opened.records.count(); number++) {
            opened.records.get(number).map(RecordCodec::annotation).ifPresent(opened::take);
        }
        return opened;
    }

    @Override
    public Optional<Annotation> of(long frame) {
        return Optional.ofNullable(byFrame.get(frame));
    }

    @Override
    public List<Annotation> all() {
        return List.copyOf(byFrame.values());
    }

    @Override
    public long changes() {
        return changes;
    }

    @Override
    public boolean isWritable() {
        return writer != null;
    }

    @Override
    public synchronized void set(long frame, boolean marked, String label, String note) {
        SessionWriter present = writer;
        if (present == null) {
            throw new UnsupportedOperationException("This capture is only read.");
        }
        Annotation annotation = new Annotation(frame, ticker.epochNanos(), marked, label, note);
        if (annotation.isEmpty() && !byFrame.containsKey(frame)) {
            return;
        }
        present.put(new SessionWriter.Put(records, changes, RecordCodec.encode(annotation)));
        take(annotation);
    }

    /** How many numbers at its end lead to nothing. */
    long damagedAtTheEnd() {
        return records.damagedAtTheEnd();
    }

    long bytes() {
        return records.bytes();
    }

    /** What the files take of the disk, in bytes. */
    long diskBytes() {
        return records.diskBytes();
    }

    void close() {
        records.close();
    }

    private synchronized void take(Annotation annotation) {
        if (annotation.isEmpty()) {
            byFrame.remove(annotation.frame());
        } else {
            byFrame.put(annotation.frame(), annotation);
        }
        changes++;
    }
}
