package io.scflocal.app.traffic;

import io.scflocal.core.capture.FrameRecord;
import java.util.Optional;

/** Knows the text of frames whose bytes on the wire don't show it: compressed ones (RFC 7692). */
@FunctionalInterface
public interface PayloadText {

    /** Knows nothing. */
    PayloadText NONE = (frame, maxChars) -> Optional.empty();

    /**
     * The inflated text of a frame, cut after {@code maxChars} chars; empty where it isn't known (yet). Called on the JavaFX thread
     * for every visible row and on background threads, so it must be thread-safe and must not block.
     */
    Optional<String> textOf(FrameRecord frame, int maxChars);
}
