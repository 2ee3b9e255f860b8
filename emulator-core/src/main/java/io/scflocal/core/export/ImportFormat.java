package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.capture.CaptureLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that captures can be built of. */
public enum ImportFormat {
    /** Our own. */
    JSONL,
    /** HTTP Archives of whatever program. */
    HAR;

    private static final int BEGINNING_BYTES = 256;

    /** The format with this name, as it is written on the command line. */
    public static Optional<ImportFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(name))
                .findFirst();
    }

    /** The format that a file seems to have, by how it begins; where that says nothing, by its name. */
    public static ImportFormat of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.UTF_8);
            boolean named = file.toString().endsWith("." + JSONL.id()) && !beginning.contains("\"log\"");
            return named || beginning.contains(JsonlWriter.SCHEMA) ? JSONL : HAR;
        }
    }

    /** Its name in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a file of this format into a new capture; see the readers.
     *
     * @param name what the capture is said to be of where the file does not say it
     * @param nowEpochNanos when it is said to be begun where the file does not say it
     */
    void read(InputStream in, Path directory, String name, long nowEpochNanos) throws IOException {
        switch (this) {
            case JSONL -> JsonlReader.read(in, directory);
            case HAR ->
                HarReader.read(in, directory, new CaptureHeader(name, nowEpochNanos, CaptureLimits.MOST_PAYLOAD));
        }
    }
}
