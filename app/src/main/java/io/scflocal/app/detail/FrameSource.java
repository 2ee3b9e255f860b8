package io.scflocal.app.detail;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.invocation.Invocation;
import io.scflocal.core.invocation.Invocations;
import java.util.Optional;

/**
 * Where the detail of a frame comes from.
 *
 * @param reader the capture
 * @param invocations what is known of its connections
 */
record FrameSource(CaptureReader reader, Invocations invocations) {

    /** The invocation of a connection; empty when it is long over. */
    Optional<Invocation> invocation(int connection) {
        return invocations.recent().stream()
                .filter(invocation -> invocation.connection() == connection)
                .findFirst();
    }
}
