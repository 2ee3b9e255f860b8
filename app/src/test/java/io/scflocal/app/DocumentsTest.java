package io.scflocal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the documents for developers name is there. */
class DocumentsTest {
    private static final Path DOCUMENTS = Path.of("../docs");
    /** A test, perhaps with its package and one method: {@code EmulatorTest}, {@code relay.RelayTest.name}. */
    private static final Pattern TEST = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatHoldsARuleOrADecisionIsThere() throws IOException {
        List<Path> tests = files(Path.of("src/test"), ".java");
        tests.addAll(files(Path.of("../emulator-core/src/test"), ".java"));
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path document : files(DOCUMENTS, ".md")) {
            for (MatchResult name :
                    TEST.matcher(Files.readString(document)).results().toList()) {
                named++;
                if (!isThere(tests, name.group(1), name.group(2))) {
                    missing.add(document.getFileName() + ": " + name.group());
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(named > 100, "only " + named + " were found");
    }

    private static boolean isThere(List<Path> tests, String type, @Nullable String method) throws IOException {
        Path end = Path.of(type.replace('.', '/') + ".java");
        for (Path test : tests) {
            if (test.endsWith(end) && (method == null || Files.readString(test).contains(" " + method + "("))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyPackageOfTheAppIsInTheArchitecture() throws IOException {
        String architecture = Files.readString(DOCUMENTS.resolve("architecture.md"));
        List<String> missing = files(Path.of("src/main/java/io/scflocal/app"), "package-info.java").stream()
                .map(file -> file.getParent().getFileName().toString())
                .filter(name -> !name.equals("app") && !architecture.contains("`" + name + "`"))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static List<Path> files(Path directory, String end) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return new ArrayList<>(
                    all.filter(file -> file.toString().endsWith(end)).toList());
        }
    }
}
