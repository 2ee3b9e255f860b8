package io.scflocal.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether the packages that {@code package.json} asks for are in {@code node_modules}, and not as links to elsewhere. Touches the disk. */
final class NodeModules {
    private static final int MAX_NAMED = 5;

    private NodeModules() {}

    static void check(Path folder, Findings findings) throws IOException {
        Optional<PackageJson> manifest = PackageJson.in(folder);
        if (manifest.isEmpty() || manifest.get().dependencies().isEmpty()) {
            return;
        }
        findings.examined(Subject.DEPENDENCIES);
        Map<String, Integer> dependencies = manifest.get().dependencies();
        Path root = folder.toRealPath();
        List<String> missing = new ArrayList<>();
        List<String> outside = new ArrayList<>();
        for (String name : dependencies.keySet()) {
            Path directory = folder.resolve("node_modules").resolve(name);
            if (name.contains("..")) {
                continue;
            }
            if (!Files.isDirectory(directory)) {
                missing.add(name);
            } else if (!directory.toRealPath().startsWith(root)) {
                outside.add(name);
            }
        }
        report(FindingKind.NODE_MODULES_MISSING, missing, dependencies, findings);
        report(FindingKind.NODE_MODULES_OUTSIDE, outside, dependencies, findings);
    }

    private static void report(FindingKind kind, List<String> packages, Map<String, Integer> lines, Findings findings) {
        if (!packages.isEmpty()) {
            String names = String.join(", ", packages.subList(0, Math.min(MAX_NAMED, packages.size())));
            findings.add(Finding.of(
                    kind, PackageJson.NAME, lines.get(packages.get(0)), names, Integer.toString(packages.size())));
        }
    }
}
