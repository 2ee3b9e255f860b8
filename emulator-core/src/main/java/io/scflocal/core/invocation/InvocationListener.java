package io.scflocal.core.invocation;

/**
 * Told of the turning points of every invocation. Called on the I/O thread of the connection or on the thread that stops the
 * emulator; must not block and must not throw.
 */
public interface InvocationListener {

    /** It waits for an instance, an instance serves it, or the function has answered something else than 101. */
    default void changed(Invocation invocation) {}

    /** Both sides have agreed on the upgrade; called before the first frame is recorded. Not called for plain HTTP. */
    default void opened(Invocation invocation) {}

    /** It has ended and {@link Invocation#end()} is there; called once for every invocation, after its last frame was recorded. */
    default void ended(Invocation invocation) {}
}
