package io.scflocal.core.export;

import io.scflocal.core.capture.CaptureHeader;
import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.capture.CaptureStore;
import io.scflocal.core.capture.SessionReader;
import io.scflocal.core.capture.StoredCapture;

/**
 * What is exported.
 *
 * @param header what is said of the capture as a whole
 * @param frames its frames and messages
 * @param session its connections and its log
 */
public record CaptureSource(CaptureHeader header, CaptureReader frames, SessionReader session) {

    /** A capture that is over. Its messages should be awaited first. */
    public static CaptureSource of(StoredCapture capture) {
        return new CaptureSource(capture.header(), capture, capture.session());
    }

    /** A capture that may still grow: what is there when the export begins is exported. */
    public static CaptureSource of(CaptureStore capture) {
        return new CaptureSource(capture.header(), capture, capture.session());
    }
}
