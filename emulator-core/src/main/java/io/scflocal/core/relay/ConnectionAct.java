package io.scflocal.core.relay;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.frame.OutgoingFrame;
import java.util.List;

/** What the user of the emulator can do to a live connection. */
public sealed interface ConnectionAct {

    /**
     * Sends frames to one peer as if they came from the other one: masked towards the function, not masked towards the client. They are
     * put in together at the next frame boundary; where they begin a message, at the next one between two messages of the peer. After a
     * Close frame nothing else is passed on in that direction.
     *
     * @param direction to the function or to the client
     * @param frames at least one
     */
    record Send(Direction direction, List<OutgoingFrame> frames) implements ConnectionAct {
        public Send {
            frames = List.copyOf(frames);
            if (frames.isEmpty()) {
                throw new IllegalArgumentException("There is no frame to send.");
            }
        }
    }

    /**
     * Sends both peers a Close frame and ends their connections when they have answered, or after three seconds.
     *
     * @param code status code; 1005 for a Close frame without one
     * @param reason at most 123 bytes of UTF-8
     */
    record Close(int code, String reason) implements ConnectionAct {}

    /** Does what the platform does when the idle timeout has passed. */
    record ExpireIdle() implements ConnectionAct {}

    /** Ends both TCP connections at once without a Close frame. */
    record Drop() implements ConnectionAct {}
}
