package io.scflocal.core.interpreter;

import io.scflocal.core.platform.Interpreter;
import io.scflocal.core.platform.Interpreters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script names under {@code /var/lang}. Paths of runtimes that the platform does not have are left alone, so that they fail here
 * as they fail there.
 *
 * @param programs whole paths of programs; a directory that is named without a program stands for its main one
 * @param roots the directories under or equal to {@code /var/lang} that occur
 */
public record PlatformPaths(List<String> programs, Set<Path> roots) {
    /** The prefix as the beginning of a path, then the name of a runtime's directory, then one of its programs. */
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\w.\\-/}~])" + Interpreters.ROOT + "(?![\\w.\\-])(?:/([\\w\\-]+)(?:/bin/([\\w.\\-]*\\w))?)?");

    /** All that a script names, comments left out. */
    public static PlatformPaths in(String script) {
        Set<String> programs = new LinkedHashSet<>();
        Set<Path> roots = new LinkedHashSet<>();
        for (MatchResult match : PATH.matcher(withoutComments(script)).results().toList()) {
            String directory = match.group(1);
            if (directory == null) {
                roots.add(Path.of(Interpreters.ROOT));
            } else {
                Interpreters.inDirectory(directory).ifPresent(interpreter -> {
                    roots.add(Path.of(Interpreters.ROOT, directory));
                    programs.add(programPath(interpreter, Optional.ofNullable(match.group(2))));
                });
            }
        }
        return new PlatformPaths(List.copyOf(programs), roots);
    }

    /** The script with another directory in the place of {@code /var/lang}. */
    public static String replaceRoot(String script, String directory) {
        return PATH.matcher(script).replaceAll(match -> {
            boolean foreign = match.group(1) != null
                    && Interpreters.inDirectory(match.group(1)).isEmpty();
            String path = match.group();
            return Matcher.quoteReplacement(foreign ? path : directory + path.substring(Interpreters.ROOT.length()));
        });
    }

    /** Whether this machine lacks something of what is named. Reads the disk. */
    public boolean isAnyAbsent() {
        return roots.stream().anyMatch(root -> !Files.exists(root))
                || !absentPrograms().isEmpty();
    }

    /** The programs that are not on this machine under their own path. Reads the disk. */
    public List<String> absentPrograms() {
        return programs.stream().filter(path -> !Files.exists(Path.of(path))).toList();
    }

    private static String programPath(Interpreter interpreter, Optional<String> program) {
        return program.map(interpreter::path).orElseGet(interpreter::mainPath);
    }

    private static String withoutComments(String script) {
        return script.replaceAll("(?m)^[ \t]*#(?!!).*$", "");
    }
}
