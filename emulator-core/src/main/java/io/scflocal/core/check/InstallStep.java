package io.scflocal.core.check;

import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InstallTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One command that fetches dependencies into a folder.
 *
 * @param tool what does it
 * @param arguments what it is told
 */
public record InstallStep(InstallTool tool, List<String> arguments) {

    public InstallStep {
        arguments = List.copyOf(arguments);
    }

    /**
     * What fits the folder; empty if it asks for nothing.
     *
     * @throws IOException if the folder can't be read
     */
    public static List<InstallStep> of(FunctionFolder folder) throws IOException {
        List<InstallStep> steps = new ArrayList<>();
        Path path = folder.path();
        if (PackageJson.in(path)
                .filter(manifest -> !manifest.dependencies().isEmpty())
                .isPresent()) {
            boolean locked = Files.exists(path.resolve("package-lock.json"))
                    || Files.exists(path.resolve("npm-shrinkwrap.json"));
            steps.add(new InstallStep(InstallTool.NPM, List.of(locked ? "ci" : "install", "--no-fund", "--no-audit")));
        }
        if (Files.isRegularFile(path.resolve(PythonPackages.REQUIREMENTS))) {
            Path start = folder.startFile();
            String script = Files.isReadable(start) && Files.isRegularFile(start)
                    ? Files.readString(start, StandardCharsets.ISO_8859_1)
                    : "";
            FolderScan scan = FolderScan.of(path, () -> false);
            Path target = path.relativize(PythonPackages.of(path, ShellScript.parse(script), scan.sources())
                    .target());
            String directory = target.toString().isEmpty() ? "." : target.toString();
            steps.add(new InstallStep(
                    InstallTool.PIP,
                    List.of("install", "--upgrade", "-r", PythonPackages.REQUIREMENTS, "-t", directory)));
        }
        return steps;
    }

    /** The command as one would type it. */
    public String shown() {
        return (tool == InstallTool.NPM ? "npm " : "pip ") + String.join(" ", arguments);
    }
}
