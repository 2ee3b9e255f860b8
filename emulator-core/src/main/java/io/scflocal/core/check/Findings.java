package io.scflocal.core.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects what the checks of one run find, and what they have looked at. Not thread-safe. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();
    private final Set<Subject> examined = EnumSet.noneOf(Subject.class);

    void add(Finding finding) {
        examined.add(finding.kind().subject());
        found.add(finding);
    }

    void examined(Subject subject) {
        examined.add(subject);
    }

    CheckReport report() {
        return CheckReport.of(found, examined);
    }
}
