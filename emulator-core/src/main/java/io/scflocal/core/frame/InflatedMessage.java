package io.scflocal.core.frame;

import java.nio.ByteBuffer;

/**
 * A message as it was before its compression, as far as it could be had.
 *
 * @param bytes the message or its beginning, read-only
 * @param outcome whether it is all
 */
public record InflatedMessage(ByteBuffer bytes, Outcome outcome) {

    /** How the inflating ended. */
    public enum Outcome {
        /** The whole message is there. */
        COMPLETE,
        /** The message is longer than the budget. */
        OVER_BUDGET,
        /** The data is no DEFLATE stream. */
        BROKEN,
        /** An earlier message of the direction was not read to its end, and this one may refer to it. */
        CONTEXT_LOST
    }
}
