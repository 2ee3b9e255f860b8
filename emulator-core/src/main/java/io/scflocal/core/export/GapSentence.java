package io.scflocal.core.export;

import io.scflocal.core.capture.Gap;
import java.util.Locale;

/** Says in English that frames are missing, for files in which a sentence is all that has room. */
final class GapSentence {
    private GapSentence() {}

    static String of(Gap gap) {
        String quota = gap.quotaBytes() == 0 ? "" : " (quota " + (gap.quotaBytes() >> 20) + " MB)";
        return String.format(
                Locale.ROOT,
                "%,d frames from %s to %s were dropped%s",
                gap.count(),
                JsonlWriter.time(gap.fromEpochNanos()),
                JsonlWriter.time(gap.toEpochNanos()),
                quota);
    }
}
