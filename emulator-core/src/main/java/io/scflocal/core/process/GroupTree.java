package io.scflocal.core.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tree as far as the Java library and a group show it; a child that has left the group and lost its parent before it was ever seen
 * is not found.
 */
final class GroupTree implements ProcessTree {
    private final ProcessGroup group;
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    GroupTree(ProcessHandle root, ProcessGroup group) {
        this.group = group;
        join(root);
        // Those that were quicker.
        root.descendants().forEach(this::join);
    }

    @Override
    public synchronized List<ProcessHandle> members() {
        for (ProcessHandle process : List.copyOf(known)) {
            process.descendants().forEach(this::join);
        }
        group.members().stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .forEach(known::add);
        known.removeIf(process -> !process.isAlive());
        return List.copyOf(known);
    }

    @Override
    public void kill() {
        group.kill();
        ProcessTree.super.kill();
    }

    @Override
    public void close() {
        group.close();
    }

    private synchronized void join(ProcessHandle process) {
        if (known.add(process)) {
            group.join(process);
        }
    }
}
