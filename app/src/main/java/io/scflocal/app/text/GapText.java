package io.scflocal.app.text;

import io.scflocal.core.capture.Gap;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What is said of what had to make room on the disk. */
public final class GapText {
    private GapText() {}

    /** A sentence with how many frames, connections and lines they were, the times of the frames, and the quota as far as it is known. */
    public static String of(Messages messages, Gap gap, ZoneId zone) {
        List<String> dropped = new ArrayList<>();
        if (gap.count() > 0) {
            dropped.add(messages.get(
                    "frames.gap.frames",
                    Formats.count(gap.count()),
                    Formats.time(gap.fromEpochNanos(), zone),
                    Formats.time(gap.toEpochNanos(), zone)));
        }
        if (gap.connections() > 0) {
            dropped.add(messages.get("frames.gap.connections", Formats.count(gap.connections())));
        }
        if (gap.lines() > 0) {
            dropped.add(messages.get("frames.gap.lines", Formats.count(gap.lines())));
        }
        String all = dropped.stream()
                .reduce((one, other) -> messages.get("frames.gap.both", one, other))
                .orElseThrow();
        return gap.quotaBytes() == 0
                ? messages.get("frames.gap", all)
                : messages.get("frames.gap.quota", all, Quantities.size(gap.quotaBytes()));
    }
}
