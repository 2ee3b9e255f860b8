package io.scflocal.core.launch;

import io.scflocal.core.process.LinuxProcess;
import io.scflocal.core.process.ProcessTree;
import java.util.List;
import java.util.OptionalLong;

/** The tree of a sandboxed instance: the function's processes are those in the innermost process table. Thread-safe. */
final class SandboxTree implements ProcessTree {
    /** unshare, pasta and bwrap each make a process table within the one before. */
    private static final int TABLES = 3;

    private static final long KEEPER = 1;
    private static final long START_FILE = 2;

    private final ProcessTree all;
    private final int depth;

    SandboxTree(ProcessTree all) {
        this.all = all;
        depth = LinuxProcess.idsInTables(ProcessHandle.current().pid()).size() + TABLES - 1;
    }

    @Override
    public List<ProcessHandle> members() {
        return all.members();
    }

    @Override
    public List<ProcessHandle> function() {
        return all.members().stream()
                .filter(process -> idInSandbox(process) > KEEPER)
                .toList();
    }

    /** This machine's id of the process of the start file; empty until it runs. */
    OptionalLong startFile() {
        return all.members().stream()
                .filter(process -> idInSandbox(process) == START_FILE)
                .mapToLong(ProcessHandle::pid)
                .findFirst();
    }

    private long idInSandbox(ProcessHandle process) {
        List<Long> ids = LinuxProcess.idsInTables(process.pid());
        return ids.size() > depth ? ids.get(depth) : 0;
    }
}
