package io.scflocal.app.settings;

import io.scflocal.core.capture.CaptureLimits;
import io.scflocal.core.capture.CaptureOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the user wants captures to be kept and how much of them, for all functions.
 *
 * <p>Thread-safe.
 */
public final class CaptureSettings {
    private static final String DIRECTORY = "capture-root";
    private static final String QUOTA = "capture-quota";
    private static final String PAYLOAD = "capture-payload";

    private final SettingsFile file;
    private final Path usual;

    /**
     * Kept in {@code file}.
     *
     * @param usual where captures are kept unless the user names another place
     */
    public CaptureSettings(SettingsFile file, Path usual) {
        this.file = file;
        this.usual = usual;
    }

    /** What is in force for captures that are begun from now on. */
    public CaptureOptions options() {
        return new CaptureOptions(
                root().orElse(usual),
                new CaptureLimits(
                        Math.max(
                                CaptureLimits.LEAST_QUOTA,
                                number(QUOTA, 0, CaptureLimits.MOST_QUOTA, CaptureLimits.DEFAULT.quotaBytes())),
                        (int) number(PAYLOAD, 0, CaptureLimits.MOST_PAYLOAD, CaptureLimits.USUAL_PAYLOAD)));
    }

    /** Remembers a choice. */
    public void choose(CaptureOptions chosen) {
        file.put(DIRECTORY, chosen.root().equals(usual) ? "" : chosen.root());
        file.put(QUOTA, chosen.limits().quotaBytes());
        file.put(PAYLOAD, chosen.limits().longestPayload());
    }

    private Optional<Path> root() {
        try {
            return file.get(DIRECTORY).filter(text -> !text.isBlank()).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private long number(String key, long min, long max, long otherwise) {
        long number = (long) file.number(key).orElse(otherwise);
        return number >= min && number <= max ? number : otherwise;
    }
}
