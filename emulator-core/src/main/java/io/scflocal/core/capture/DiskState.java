package io.scflocal.core.capture;

/** Whether the disk keeps up with a capture. */
public enum DiskState {
    /** It does. */
    KEEPS_UP,
    /** One write has taken more than a second already; the sockets wait for it. */
    SLOW,
    /** There is no room for more; the sockets wait until there is. */
    FULL
}
