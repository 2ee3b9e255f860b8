package io.scflocal.core.instance;

import java.util.List;

/** The processes that came of one start file. Thread-safe. */
interface ProcessTree {

    /** Those that run now, the root first; without those that have ended and only wait to be reaped. Reads the process table. */
    List<ProcessHandle> members();

    /** Those of the members that the function itself started, without what only houses it. Reads the process table. */
    default List<ProcessHandle> function() {
        return members();
    }

    /**
     * The tree below a process.
     *
     * @param root the process that was started
     * @param runId value of {@link InstanceEnvironment#RUN_ID} in its environment
     * @param ownSession whether it is the leader of a session of its own
     */
    static ProcessTree of(ProcessHandle root, String runId, boolean ownSession) {
        return LinuxProcess.isSupported() ? new LinuxProcessTree(root, runId, ownSession) : new DescendantTree(root);
    }
}
