package io.scflocal.core.capture;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/**
 * What is said of a capture as a whole, in {@code capture.properties} of its directory.
 *
 * @param folder the function's folder; empty when it isn't known
 * @param startedEpochNanos when it was begun, nanoseconds since 1970-01-01T00:00:00Z; 0 when it isn't known
 * @param longestPayload how much is kept of a payload or message, in bytes
 * @param quotaBytes what it may take of the disk; 0 when it isn't known
 * @param inherited frames that were missing already in what the capture was built of
 */
public record CaptureHeader(
        String folder, long startedEpochNanos, int longestPayload, long quotaBytes, Optional<Gap> inherited) {
    private static final String FILE = "capture.properties";
    private static final String FORMAT = "format";
    private static final String FOLDER = "folder";
    private static final String STARTED = "startedEpochNanos";
    private static final String LONGEST_PAYLOAD = "longestPayload";
    private static final String QUOTA = "quotaBytes";
    private static final String GAP = "inheritedGap";
    private static final int GAP_NUMBERS = 7;

    /** Of a capture without a quota, in which nothing is missing. */
    public CaptureHeader(String folder, long startedEpochNanos, int longestPayload) {
        this(folder, startedEpochNanos, longestPayload, 0, Optional.empty());
    }

    /** The same, with frames that are missing. */
    public CaptureHeader inheriting(Gap gap) {
        return new CaptureHeader(folder, startedEpochNanos, longestPayload, quotaBytes, Optional.of(gap));
    }

    void write(Path directory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(FORMAT, Integer.toString(FrameIndex.VERSION));
        properties.setProperty(FOLDER, folder);
        properties.setProperty(STARTED, Long.toString(startedEpochNanos));
        properties.setProperty(LONGEST_PAYLOAD, Integer.toString(longestPayload));
        properties.setProperty(QUOTA, Long.toString(quotaBytes));
        inherited.ifPresent(gap -> properties.setProperty(
                GAP,
                gap.count() + " " + gap.end() + " " + gap.fromEpochNanos() + " " + gap.toEpochNanos() + " "
                        + gap.quotaBytes() + " " + gap.connections() + " " + gap.lines()));
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
        return new CaptureHeader(
                properties.getProperty(FOLDER, ""),
                number(properties, STARTED, 0),
                (int) Math.max(0, Math.min(longest, CaptureLimits.MOST_PAYLOAD)),
                Math.max(0, number(properties, QUOTA, 0)),
                gap(properties.getProperty(GAP, "")));
    }

    private static Optional<Gap> gap(String text) {
        String[] parts = text.split(" ");
        try {
            long[] numbers = Arrays.copyOf(
                    Arrays.stream(parts).mapToLong(Long::parseLong).toArray(), GAP_NUMBERS);
            // The last two are zeros where they are missing, in captures of version 1.
            return parts.length >= GAP_NUMBERS - 2
                    ? Optional.of(
                            new Gap(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Missing or damaged: unknown.
            return Optional.empty();
        }
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
