package io.scflocal.core.pack;

import io.scflocal.core.check.CheckReport;
import io.scflocal.core.check.FindingKind;
import java.util.EnumSet;
import java.util.Set;

/** What of a folder's findings is still true of its archive. */
public final class PackedChecks {
    private static final Set<FindingKind> REPAIRED = EnumSet.of(
            FindingKind.NOT_EXECUTABLE,
            FindingKind.NOT_EXECUTABLE_IN_GIT,
            FindingKind.ENTRY_FILE_NOT_EXECUTABLE,
            FindingKind.WINDOWS_LINE_ENDINGS,
            // The archive's true size is known when it is written.
            FindingKind.PACKAGE_LARGE);

    private PackedChecks() {}

    /** The report without what {@link FunctionArchive} repairs in the archive. */
    public static CheckReport withoutRepaired(CheckReport report) {
        return new CheckReport(
                report.findings().stream()
                        .filter(finding -> !REPAIRED.contains(finding.kind()))
                        .toList(),
                report.passed());
    }
}
