package io.scflocal.core.process;

import java.util.List;

/** A process and all that came of it. Thread-safe. */
public interface ProcessTree extends AutoCloseable {

    /** Those that run now, the root first; without those that have ended and only wait to be reaped. Reads the process table. */
    List<ProcessHandle> members();

    /** Those of the members that the function itself started, without what only houses it. Reads the process table. */
    default List<ProcessHandle> function() {
        return members();
    }

    /** Ends all members without asking. */
    default void kill() {
        members().forEach(ProcessHandle::destroyForcibly);
    }

    /** Nothing of it is looked for any more; what runs in spite of that may be ended by the system. */
    @Override
    default void close() {}
}
