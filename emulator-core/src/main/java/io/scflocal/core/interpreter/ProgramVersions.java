package io.scflocal.core.interpreter;

import io.scflocal.core.process.ProgramAnswer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out the versions of interpreters, each once. Thread-safe; blocks for the disk and for the programs that are asked. */
final class ProgramVersions {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*");
    /** As version managers name directories, and distributions name Python and PHP. */
    private static final Pattern IN_PATH = Pattern.compile("/v?(\\d+\\.\\d+(?:\\.\\d+)?)/|(?:python|php)(\\d\\.\\d+)$");

    private static final Pattern IN_RELEASE_FILE = Pattern.compile("(?m)^JAVA_VERSION=\"(.+)\"");

    private final Map<Path, String> asked = new ConcurrentHashMap<>();

    /** What the program says of itself, for example {@code 18.15.0}; empty if it says nothing of use. */
    String of(Path program) {
        return asked.computeIfAbsent(program, ProgramVersions::ask);
    }

    /** As far as the path tells it, and if it does not, as {@link #of}. */
    String quick(Path program) {
        try {
            Matcher inPath = IN_PATH.matcher(program.toRealPath().toString().replace(File.separatorChar, '/'));
            return inPath.find() ? inPath.group(inPath.group(1) == null ? 2 : 1) : of(program);
        } catch (IOException e) {
            return "";
        }
    }

    private static String ask(Path program) {
        try {
            boolean java = program.getFileName().toString().startsWith("java");
            Path release = program.toRealPath().resolveSibling("../release").normalize();
            if (java && Files.isReadable(release)) {
                Matcher line = IN_RELEASE_FILE.matcher(Files.readString(release, StandardCharsets.ISO_8859_1));
                return line.find() ? number(line.group(1)) : "";
            }
            return said(program, java ? "-version" : "--version");
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String said(Path program, String option) throws InterruptedException {
        return ProgramAnswer.of(List.of(program.toString(), option), LIMIT)
                .map(ProgramVersions::number)
                .orElse("");
    }

    /** Java 8 calls itself 1.8. */
    private static String number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? number.group().replaceFirst("^1\\.(?=[5-8]\\b)", "") : "";
    }
}
