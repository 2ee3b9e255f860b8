package io.scflocal.core.query;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Where a query gets payloads that it can't read in the capture as they are. Asked by several threads at once. */
public interface PayloadSource {

    /** Inflates nothing; compressed payloads are then tested as they are. */
    PayloadSource NONE = number -> Optional.empty();

    /**
     * The payload as people read it. Only asked for data frames with RSV1 and for continuations.
     *
     * @param number the frame
     * @return the inflated bytes between position and limit; empty where the payload is not compressed or can't be inflated
     */
    Optional<ByteBuffer> inflated(long number);
}
