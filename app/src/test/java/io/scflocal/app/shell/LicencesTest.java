package io.scflocal.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LicencesTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    /** A library that is added to a module and not to the list fails here; app/src/main/packaging/licences writes the list anew. */
    @Test
    void everyLibraryThatTheModulesNameIsListed() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path module : List.of(Path.of("pom.xml"), Path.of("..", "emulator-core", "pom.xml"))) {
            Matcher dependency = DEPENDENCY.matcher(Files.readString(module).replaceAll("<!--.*?-->", ""));
            while (dependency.find()) {
                boolean bundled = !dependency.group(2).contains("<scope>test")
                        && !dependency.group(2).contains("<scope>provided");
                if (bundled
                        && !dependency.group(1).equals("emulator-core")
                        && !dependency.group(1).startsWith("archunit")) {
                    missing.add(dependency.group(1));
                }
            }
        }
        assertFalse(missing.isEmpty(), "no dependencies were found");
        Licences.all().forEach(entry -> missing.remove(entry.name()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyEntryNamesALicence() {
        assertEquals(
                "",
                Licences.all().stream()
                        .filter(entry -> entry.licence().isBlank())
                        .map(Licences.Entry::name)
                        .collect(Collectors.joining(", ")));
    }
}
