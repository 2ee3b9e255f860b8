package io.scflocal.core.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a Python function looks for packages within its folder, and which of those that {@code requirements.txt} asks for are there.
 * Packages of this machine's own Python do not count: the cloud has none of them. Touches the disk.
 *
 * @param folder the function's folder
 * @param directories the directories within it, in the order in which they are searched
 */
record PythonPackages(Path folder, List<Path> directories) {
    static final String REQUIREMENTS = "requirements.txt";
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_NAMED = 5;
    private static final Pattern REQUIREMENT = Pattern.compile("(?m)^[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*)(.*)$");
    private static final Pattern ADDED_PATH =
            Pattern.compile("sys\\.path\\.(?:insert|append)\\([^\n]*?['\"]([^'\"\n]+)['\"]");

    /** The directories that the start file's search path and the sources name, and the folder itself. */
    static PythonPackages of(Path folder, ShellScript script, List<SourceFile> sources) {
        Stream<String> exported =
                Stream.of(script.variables().getOrDefault("PYTHONPATH", "").split(":"));
        Stream<String> added = sources.stream()
                .flatMap(source -> ADDED_PATH.matcher(source.text()).results().map(m -> m.group(1)));
        List<Path> directories = new ArrayList<>();
        WorkingDirectory from = new WorkingDirectory(folder);
        Stream.concat(exported, added)
                .flatMap(entry -> from.resolve(entry).stream())
                .forEach(directories::add);
        directories.add(folder);
        return new PythonPackages(folder, directories.stream().distinct().toList());
    }

    /** Where packages are to be installed: the first directory that is searched. */
    Path target() {
        return directories.get(0);
    }

    void check(Findings findings) throws IOException {
        Path requirements = folder.resolve(REQUIREMENTS);
        if (!Files.isReadable(requirements) || Files.size(requirements) > MAX_BYTES) {
            return;
        }
        String text = new String(Files.readAllBytes(requirements), StandardCharsets.UTF_8);
        List<MatchResult> needed = REQUIREMENT
                .matcher(text)
                .results()
                .filter(line -> !line.group(2).contains(";") && !line.group(2).contains("://"))
                .toList();
        if (needed.isEmpty()) {
            return;
        }
        findings.examined(Subject.DEPENDENCIES);
        Set<String> installed = installed();
        List<MatchResult> missing = needed.stream()
                .filter(line -> !installed.contains(normal(line.group(1))))
                .toList();
        if (!missing.isEmpty()) {
            List<String> names =
                    missing.stream().limit(MAX_NAMED).map(line -> line.group(1)).toList();
            Path target = folder.relativize(target());
            findings.add(Finding.of(
                    FindingKind.PYTHON_PACKAGES_MISSING,
                    REQUIREMENTS,
                    Lines.numberAt(text, missing.get(0)),
                    String.join(", ", names),
                    Integer.toString(missing.size()),
                    target.toString().isEmpty() ? "." : target.toString()));
        }
    }

    /** Names of distributions and of directories, in the form in which names are compared (packaging.python.org, name normalization). */
    private Set<String> installed() throws IOException {
        Set<String> names = new HashSet<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                    for (Path entry : entries) {
                        names.add(normal(entry.getFileName()
                                .toString()
                                .replaceFirst("-[^-]+(?:-py[\\d.]+)?\\.(?:dist|egg)-info$", "")
                                .replaceFirst("\\.py$", "")));
                    }
                }
            }
        }
        return names;
    }

    private static String normal(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }
}
