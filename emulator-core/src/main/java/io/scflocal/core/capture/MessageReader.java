package io.scflocal.core.capture;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads the messages of a capture that their frames don't show by themselves: those that are compressed or have several frames.
 * Another frame is its own message.
 *
 * <p>Thread-safe. Messages become known a moment after their last frame has arrived; reading never waits for that.
 */
public interface MessageReader {

    /** Knows no message. */
    MessageReader NONE = new MessageReader() {
        @Override
        public long count() {
            return 0;
        }

        @Override
        public MessageRecord message(long number) {
            throw new IndexOutOfBoundsException("message " + number + " of 0");
        }

        @Override
        public Optional<MessageRecord> messageOf(long frame) {
            return Optional.empty();
        }

        @Override
        public int payload(MessageRecord message, long offset, ByteBuffer target) {
            return 0;
        }
    };

    /** How many such messages are known so far. Cheap enough to be asked at every pulse of the screen. */
    long count();

    /** The first message whose record has not had to make room; moves on. */
    default long first() {
        return 0;
    }

    /**
     * The message with this number, without frames if it had to make room; the numbers are in the order in which the messages became known.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= number < count()}
     */
    MessageRecord message(long number);

    /**
     * The message that a frame is a part of; empty when the frame is its own message and when the message is not known, yet or any more.
     *
     * @param frame number of the frame
     */
    Optional<MessageRecord> messageOf(long frame);

    /**
     * Copies bytes of a message, unmasked, joined and inflated.
     *
     * @param message what {@link #messageOf} has given
     * @param offset first byte to copy, from 0
     * @param target receives at most its remaining bytes; its position moves by what was copied
     * @return how many bytes were copied; 0 from {@link MessageRecord#length} on
     */
    int payload(MessageRecord message, long offset, ByteBuffer target);
}
