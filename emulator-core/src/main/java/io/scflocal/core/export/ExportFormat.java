package io.scflocal.core.export;

import java.util.Arrays;
import java.util.Optional;

/** The formats that are one file. */
public enum ExportFormat {
    HAR,
    JSONL,
    CSV,
    PCAPNG,
    /** The log alone, in the shape of the platform's log service. */
    CLS;

    /** The format with this name, as it is written on the command line and at the end of a file's name. */
    public static Optional<ExportFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(name))
                .findFirst();
    }

    /** Its name in lower case. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Writes this format as most readers of it expect it.
     *
     * @param redaction for handshakes
     * @param table how a table looks
     */
    public CaptureWriter writer(Redaction redaction, CsvWriter.Style table) {
        return switch (this) {
            case HAR -> new HarWriter(redaction, false);
            case JSONL -> new JsonlWriter(redaction);
            case CSV -> new CsvWriter(table);
            case PCAPNG -> new PcapngWriter(redaction);
            case CLS -> new ClsWriter();
        };
    }
}
