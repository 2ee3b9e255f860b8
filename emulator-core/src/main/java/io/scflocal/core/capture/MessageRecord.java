package io.scflocal.core.capture;

import io.scflocal.core.frame.Opcode;

/**
 * A message that is compressed or has several frames.
 *
 * @param number place among these messages, from 0
 * @param firstFrame number of its first frame in the capture
 * @param lastFrame number of its last frame in the capture; frames of others may lie between
 * @param frames how many frames it has
 * @param opcode the opcode of its first frame
 * @param compressed whether permessage-deflate was agreed and RSV1 was set in its first frame
 * @param wireLength the payloads of its frames together, as they were on the wire, in bytes
 * @param length how many bytes of the message are there to be read
 * @param state whether that is all of it
 */
public record MessageRecord(
        long number,
        long firstFrame,
        long lastFrame,
        int frames,
        Opcode opcode,
        boolean compressed,
        long wireLength,
        int length,
        State state) {

    /** What could be had of a message. */
    public enum State {
        /** All of it. */
        COMPLETE,
        /** Its beginning; it is longer than the capture keeps of a message. */
        OVER_BUDGET,
        /** What stands before the place where the data is no DEFLATE stream. */
        BROKEN,
        /** Nothing: it refers to an earlier message of its direction that could not be read. */
        CONTEXT_LOST,
        /** Its beginning at most: not all bytes of its frames are captured. */
        TRUNCATED,
        /** Nothing any more: its bytes had to make room for newer ones. */
        GONE,
        /** Nothing: another message or the end of the connection came before its last frame. */
        ABANDONED
    }
}
