package io.scflocal.core.check;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a look at a folder has brought.
 *
 * @param findings the worst first, then by place
 * @param passed what was looked at without a finding that is worse than worth knowing
 */
public record CheckReport(List<Finding> findings, Set<Subject> passed) {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparing(Finding::line)
            .thenComparing(Finding::kind);

    public CheckReport {
        findings = findings.stream().sorted(WORST_FIRST).toList();
        passed = Set.copyOf(passed);
    }

    /** A report with every subject of {@code examined} as passed that has no bad finding. */
    static CheckReport of(List<Finding> findings, Set<Subject> examined) {
        EnumSet<Subject> passed = examined.isEmpty() ? EnumSet.noneOf(Subject.class) : EnumSet.copyOf(examined);
        findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .forEach(finding -> passed.remove(finding.kind().subject()));
        return new CheckReport(findings, passed);
    }

    /** Whether anything keeps the function from working in the cloud for certain. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
