package io.scflocal.core.process;

import java.util.List;

/** Processes that the system keeps together, also those whose parent has ended. Thread-safe. */
interface ProcessGroup extends AutoCloseable {

    /** Ids of those that run. Asks the system. */
    List<Long> members();

    /** Takes in a process that is not in it by itself. */
    default void join(ProcessHandle process) {}

    /** Ends all at once, without asking. */
    void kill();

    /** Nothing of it is needed any more. */
    @Override
    default void close() {}

    /** The system keeps nothing together. */
    ProcessGroup NONE = new ProcessGroup() {
        @Override
        public List<Long> members() {
            return List.of();
        }

        @Override
        public void kill() {}
    };
}
