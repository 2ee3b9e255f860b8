package io.scflocal.core.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code limits.*} of a capture, all of which is held in memory: it has a record for each time the user changes a setting.
 *
 * <p>Thread-safe.
 */
final class LimitsFiles {
    private static final String NAME = "limits";

    private final NumberedRecords records;
    private volatile List<LimitsRecord> known;

    private LimitsFiles(NumberedRecords records, List<LimitsRecord> known) {
        this.records = records;
        this.known = known;
    }

    static LimitsFiles create(CaptureDirectory directory) {
        return new LimitsFiles(
                NumberedRecords.create(directory, NAME, NumberedRecords.UNLIMITED, NumberedRecords.UNLIMITED),
                List.of());
    }

    static LimitsFiles open(CaptureDirectory directory, boolean othersWrite) throws IOException {
        NumberedRecords records = NumberedRecords.open(directory, NAME, othersWrite);
        List<LimitsRecord> known = new ArrayList<>();
        for (long number = 0; number < records.count(); number++) {
            records.get(number).map(RecordCodec::limits).ifPresent(known::add);
        }
        return new LimitsFiles(records, List.copyOf(known));
    }

    /** What has to be written so that these are the newest; they are known at once. */
    synchronized SessionWriter.Put add(LimitsRecord limits) {
        List<LimitsRecord> more = new ArrayList<>(known);
        more.add(limits);
        known = List.copyOf(more);
        return new SessionWriter.Put(records, more.size() - 1L, RecordCodec.encode(limits));
    }

    /** In the order of time. */
    List<LimitsRecord> all() {
        return known;
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
}
