package io.scflocal.app.detail;

import io.scflocal.app.decode.Format;
import io.scflocal.core.capture.FrameRecord;
import io.scflocal.core.frame.Opcode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As what the user wants payloads to be shown: remembered for each connection, apart for texts and for others.
 *
 * <p>Thread-safe.
 */
final class FormatChoice {
    private static final int MOST_KEPT = 1_000;

    private final Map<Key, Format> chosen = new ConcurrentHashMap<>();

    private record Key(int connection, boolean text) {
        static Key of(FrameRecord frame) {
            return new Key(frame.connection(), frame.header().opcode() == Opcode.TEXT);
        }
    }

    /** What was chosen for frames like this one; empty if the format is to be found out. */
    Optional<Format> of(FrameRecord frame) {
        return Optional.ofNullable(chosen.get(Key.of(frame)));
    }

    /** From now on frames like this one are shown so. */
    void choose(FrameRecord frame, Optional<Format> format) {
        if (chosen.size() >= MOST_KEPT) {
            chosen.clear();
        }
        format.ifPresentOrElse(now -> chosen.put(Key.of(frame), now), () -> chosen.remove(Key.of(frame)));
    }

    /** Everything is found out again. */
    void forget() {
        chosen.clear();
    }
}
