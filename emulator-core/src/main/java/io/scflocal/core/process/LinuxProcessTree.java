package io.scflocal.core.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tree by the kernel's own table, proc(5). A process belongs to it if it descends from a member, is in the root's session, carries
 * the mark in its environment, or was a member before; so neither a double fork nor a session of its own hides it.
 */
final class LinuxProcessTree implements ProcessTree {
    private final ProcessHandle root;
    private final String runId;
    private final boolean ownSession;
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    LinuxProcessTree(ProcessHandle root, String runId, boolean ownSession) {
        this.root = root;
        this.runId = runId;
        this.ownSession = ownSession;
        known.add(root);
    }

    @Override
    public synchronized List<ProcessHandle> members() {
        known.removeIf(process -> !process.isAlive());
        Set<Long> ids = new HashSet<>();
        known.forEach(process -> ids.add(process.pid()));
        List<LinuxProcess> others = new ArrayList<>();
        for (LinuxProcess entry : LinuxProcess.all()) {
            if (entry.ended()) {
                ids.remove(entry.pid());
            } else if (!ids.contains(entry.pid())) {
                others.add(entry);
            }
        }
        known.removeIf(process -> !ids.contains(process.pid()));
        while (others.removeIf(entry -> belongs(entry, ids) && join(entry, ids))) {
            // A new member may be the parent of one that has been looked at already.
        }
        return List.copyOf(known);
    }

    private boolean belongs(LinuxProcess entry, Set<Long> ids) {
        return ids.contains(entry.parent())
                || ownSession && entry.session() == root.pid()
                || entry.runId().equals(runId);
    }

    private boolean join(LinuxProcess entry, Set<Long> ids) {
        ProcessHandle.of(entry.pid()).ifPresent(known::add);
        return ids.add(entry.pid());
    }
}
