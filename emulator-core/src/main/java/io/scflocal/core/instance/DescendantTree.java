package io.scflocal.core.instance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tree as far as the Java library shows it; a child that detached itself before it was ever seen is not found. */
final class DescendantTree implements ProcessTree {
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    DescendantTree(ProcessHandle root) {
        known.add(root);
    }

    @Override
    public synchronized List<ProcessHandle> members() {
        for (ProcessHandle process : List.copyOf(known)) {
            process.descendants().forEach(known::add);
        }
        known.removeIf(process -> !process.isAlive());
        return List.copyOf(known);
    }
}
