package io.scflocal.core.capture;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What is said of a capture as a whole, in {@code capture.properties} of its directory.
 *
 * @param folder the function's folder; empty when it isn't known
 * @param startedEpochNanos when it was begun, nanoseconds since 1970-01-01T00:00:00Z; 0 when it isn't known
 * @param longestPayload how much is kept of a payload or message, in bytes
 */
public record CaptureHeader(String folder, long startedEpochNanos, int longestPayload) {
    private static final String FILE = "capture.properties";
    private static final String FORMAT = "format";
    private static final String FOLDER = "folder";
    private static final String STARTED = "startedEpochNanos";
    private static final String LONGEST_PAYLOAD = "longestPayload";

    void write(Path directory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(FORMAT, Integer.toString(FrameIndex.VERSION));
        properties.setProperty(FOLDER, folder);
        properties.setProperty(STARTED, Long.toString(startedEpochNanos));
        properties.setProperty(LONGEST_PAYLOAD, Integer.toString(longestPayload));
        try (Writer writer = Files.newBufferedWriter(directory.resolve(FILE))) {
            properties.store(writer, null);
        }
    }

    /** Reads it; what is missing or damaged is unknown. */
    static CaptureHeader read(Path directory) throws IOException {
        Properties properties = new Properties();
        Path file = directory.resolve(FILE);
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IllegalArgumentException | CharacterCodingException e) {
                // Damaged: unknown.
                properties.clear();
            }
        }
        long longest = number(properties, LONGEST_PAYLOAD, CaptureLimits.DEFAULT.longestPayload());
        return new CaptureHeader(properties.getProperty(FOLDER, ""), number(properties, STARTED, 0), (int)
                Math.max(0, Math.min(longest, CaptureLimits.MOST_PAYLOAD)));
    }

    private static long number(Properties properties, String key, long otherwise) {
        try {
            return Long.parseLong(properties.getProperty(key, ""));
        } catch (NumberFormatException e) {
            // Missing or damaged: unknown.
            return otherwise;
        }
    }
}
