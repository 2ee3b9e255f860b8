package io.scflocal.core.relay;

/** What has become of a {@link ConnectionAct}. */
public enum ActResult {
    /** It is done; frames have been recorded and the socket has taken them. */
    DONE,
    /** There is no such connection, it is not open yet, or it ended before the frames could be sent. */
    NOT_OPEN,
    /** A Close frame of the user or of the platform has gone this way already. */
    CLOSING,
    /** What the peer sends in this direction can't be split into frames, so that there is no place for another one. */
    FRAMING_LOST,
    /** Too many frames wait for their place already. */
    TOO_MANY_WAITING
}
