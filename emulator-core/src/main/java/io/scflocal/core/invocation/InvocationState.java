package io.scflocal.core.invocation;

/** Where an invocation is in its life: connecting, then open, then ended; it may end without ever having been open. */
public enum InvocationState {
    /** The client's handshake has arrived; the function has not answered it yet. */
    CONNECTING,
    /** Both sides have agreed on the upgrade; frames pass. */
    OPEN,
    /** Over; the invocation has an {@link InvocationEnd}. */
    ENDED;

    /** Whether {@code next} may follow. */
    public boolean mayBecome(InvocationState next) {
        return next.ordinal() > ordinal();
    }
}
