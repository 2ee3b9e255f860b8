package io.scflocal.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Looks whether the packages that {@code package.json} asks for are in {@code node_modules}. Touches the disk. */
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
        var missing = dependencies.keySet().stream()
                .filter(name -> !name.contains("..")
                        && !Files.isDirectory(folder.resolve("node_modules").resolve(name)))
                .toList();
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing.subList(0, Math.min(MAX_NAMED, missing.size())));
            findings.add(Finding.of(
                    FindingKind.NODE_MODULES_MISSING,
                    PackageJson.NAME,
                    dependencies.get(missing.get(0)),
                    names,
                    Integer.toString(missing.size())));
        }
    }
}
