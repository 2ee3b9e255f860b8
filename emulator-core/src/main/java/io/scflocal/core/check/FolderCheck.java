package io.scflocal.core.check;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.platform.PlatformLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Looks at a function's folder for what would go wrong in the cloud. Reads files only: nothing is started and nothing is written. What
 * is said about sources is a guess from their text, and silent where it can't tell.
 *
 * <p>Stateless; blocks for the disk, with bounds on files and bytes.
 */
public final class FolderCheck {
    private static final long MEGABYTE = 1024 * 1024;

    private FolderCheck() {}

    /**
     * Looks at the folder as it is at this moment.
     *
     * @param settings how the function is configured
     * @param cancelled asked often, on the calling thread
     * @throws IOException if the folder can't be read
     * @throws CancellationException if {@code cancelled} says so
     */
    public static CheckReport run(FunctionFolder folder, FunctionSettings settings, BooleanSupplier cancelled)
            throws IOException {
        Findings findings = new Findings();
        Path path = folder.path();
        Optional<String> start = new StartFileCheck(folder, findings).run();
        if (start.isPresent()) {
            new CommandCheck(folder, findings).run(start.get());
        }
        ShellScript script = ShellScript.parse(start.orElse(""));
        FolderScan scan = FolderScan.of(path, cancelled);
        NodeModules.check(path, findings);
        PythonPackages.of(path, script, scan.sources()).check(findings);
        Map<String, String> variables = new LinkedHashMap<>(settings.environment());
        variables.putAll(script.variables());
        new ListenCheck(variables, findings).run(scan.sources());
        new WriteCheck(findings).run(scan.sources());
        if (settings.concurrency() == 1) {
            new SharedStateCheck(findings).run(scan.sources());
        }
        new EnvironmentCheck(findings).run(settings.environment());
        checkSize(scan, findings);
        return findings.report();
    }

    private static void checkSize(FolderScan scan, Findings findings) {
        findings.examined(Subject.PACKAGE);
        long megabytes = scan.bytes() / MEGABYTE;
        if (megabytes > PlatformLimits.MAX_CODE_MB) {
            findings.add(size(FindingKind.PACKAGE_TOO_LARGE, megabytes, PlatformLimits.MAX_CODE_MB));
        } else if (megabytes > PlatformLimits.MAX_ZIP_MB) {
            findings.add(size(FindingKind.PACKAGE_LARGE, megabytes, PlatformLimits.MAX_ZIP_MB));
        }
        if (!scan.isComplete()) {
            findings.add(Finding.of(FindingKind.NOT_ALL_EXAMINED, "", 0, Integer.toString(scan.files())));
        }
    }

    private static Finding size(FindingKind kind, long megabytes, int allowed) {
        return Finding.of(kind, "", 0, Long.toString(megabytes), Integer.toString(allowed));
    }
}
