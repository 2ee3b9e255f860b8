package io.scflocal.core.frame;

import io.scflocal.core.frame.InflatedMessage.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the compressed messages of one direction, in their order. It reads copies for people to see; what it can't read passed the
 * gateway all the same. Source: RFC 7692 section 7.2.2.
 *
 * <p>For one thread at a time. Never throws at any data.
 */
public final class PerMessageInflater implements AutoCloseable {
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[8192];
    private final boolean contextTakeover;
    private final int budget;
    private boolean contextLost;

    /**
     * @param contextTakeover whether messages may refer to earlier ones
     * @param budget the longest message that is inflated, in bytes; a small frame can stand for a thousand times its size
     */
    public PerMessageInflater(boolean contextTakeover, int budget) {
        this.contextTakeover = contextTakeover;
        this.budget = budget;
    }

    /**
     * Inflates the next message whose first frame has RSV1 set.
     *
     * @param compressed the unmasked payloads of all frames of the message, one after the other; position and limit stay as they are
     */
    public InflatedMessage inflate(ByteBuffer compressed) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        Outcome outcome = contextLost ? Outcome.CONTEXT_LOST : inflateInto(message, compressed.duplicate());
        if (!contextTakeover) {
            inflater.reset();
        } else if (outcome != Outcome.COMPLETE) {
            contextLost = true;
        }
        return new InflatedMessage(ByteBuffer.wrap(message.toByteArray()).asReadOnlyBuffer(), outcome);
    }

    /** A message of the direction was not inflated as a whole, so that what refers to it can't be inflated either. */
    public void skip() {
        contextLost = contextTakeover;
    }

    /** Frees the memory outside the heap. */
    @Override
    public void close() {
        inflater.end();
    }

    private Outcome inflateInto(ByteArrayOutputStream message, ByteBuffer compressed) {
        try {
            boolean all =
                    pass(message, compressed) && (startsAfresh(compressed) || pass(message, ByteBuffer.wrap(TAIL)));
            return all ? Outcome.COMPLETE : Outcome.OVER_BUDGET;
        } catch (DataFormatException e) {
            // Said by the outcome.
            return Outcome.BROKEN;
        }
    }

    /** Passes one input through the inflater; false when the budget is used up. */
    private boolean pass(ByteArrayOutputStream message, ByteBuffer input) throws DataFormatException {
        inflater.setInput(input);
        while (true) {
            int length = inflater.inflate(buffer);
            int kept = Math.min(length, budget - message.size());
            message.write(buffer, 0, kept);
            if (kept < length) {
                return false;
            }
            if (inflater.finished() && input.hasRemaining()) {
                // A block with BFINAL ends a stream in the middle of the message (RFC 7692 section 7.2.3.4).
                inflater.reset();
                inflater.setInput(input);
            } else if (length == 0 || inflater.finished()) {
                return true;
            }
        }
    }

    /** Whether the message ended together with its stream; then the tail, which would end a block, belongs to nothing. */
    private boolean startsAfresh(ByteBuffer compressed) {
        boolean ended = inflater.finished() && !compressed.hasRemaining();
        if (ended) {
            inflater.reset();
        }
        return ended;
    }
}
