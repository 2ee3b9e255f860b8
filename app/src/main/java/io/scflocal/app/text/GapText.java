package io.scflocal.app.text;

import io.scflocal.core.capture.Gap;
import java.time.ZoneId;

/** What is said of frames that had to make room on the disk. */
public final class GapText {
    private GapText() {}

    /** A sentence with how many they were, their times and the quota, as far as it is known. */
    public static String of(Messages messages, Gap gap, ZoneId zone) {
        return messages.get(
                gap.quotaBytes() == 0 ? "frames.gap" : "frames.gap.quota",
                Formats.count(gap.count()),
                Formats.time(gap.fromEpochNanos(), zone),
                Formats.time(gap.toEpochNanos(), zone),
                Quantities.size(gap.quotaBytes()));
    }
}
