package io.scflocal.core.export;

import io.scflocal.core.capture.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in English what is missing, for files in which a sentence is all that has room. */
final class GapSentence {
    private GapSentence() {}

    static String of(Gap gap) {
        List<String> dropped = new ArrayList<>();
        if (gap.count() > 0) {
            dropped.add(String.format(
                    Locale.ROOT,
                    "%,d frames from %s to %s",
                    gap.count(),
                    JsonlWriter.time(gap.fromEpochNanos()),
                    JsonlWriter.time(gap.toEpochNanos())));
        }
        if (gap.connections() > 0) {
            dropped.add(String.format(Locale.ROOT, "%,d connection records", gap.connections()));
        }
        if (gap.lines() > 0) {
            dropped.add(String.format(Locale.ROOT, "%,d lines of the log", gap.lines()));
        }
        String quota = gap.quotaBytes() == 0 ? "" : " (quota " + (gap.quotaBytes() >> 20) + " MB)";
        return String.join(", ", dropped) + " were dropped" + quota;
    }
}
