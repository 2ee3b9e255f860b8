package io.scflocal.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the rules of docs/invariants.md that concern the core. */
class ArchitectureTest {
    private static final int FEWEST_CLASSES = 60;
    private static final String ROOT = "io.scflocal.core";
    private static final JavaClasses CORE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);
    private static final String NOTHING = "-";
    /** A row of the table: package, purpose, what it may use. */
    private static final Pattern CORE_PACKAGE =
            Pattern.compile("\\| `(?<name>core[.a-z]*)` \\|.*\\| (?<used>[-a-z, ]+) \\|");

    @Test
    void rulesSeeTheClasses() {
        assertTrue(CORE.size() > FEWEST_CLASSES, () -> "only " + CORE.size() + " classes were found");
    }

    @Test
    void packagesUseEachOtherOnlyAsTheDocumentSays() throws IOException {
        Map<String, Set<String>> mayUse = packagesOfTheDocument();
        assertEquals(
                mayUse.keySet(),
                CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new)));
        mayUse.forEach((name, used) -> check(noClasses()
                .that(resideInAPackage(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAPackage(name)))
                        .and(not(resideInAnyPackage(used.toArray(String[]::new)))))
                .allowEmptyShould(true)
                .because("a frame, a byte of output and a rule of the platform each have one way through the house")));
    }

    /** What each package may use, as the table of docs/architecture.md has it. */
    private static Map<String, Set<String>> packagesOfTheDocument() throws IOException {
        Map<String, Set<String>> mayUse = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/architecture.md"))) {
            Matcher row = CORE_PACKAGE.matcher(line);
            if (row.matches()) {
                Set<String> used = Stream.of(row.group("used").split(", "))
                        .filter(name -> !name.equals(NOTHING))
                        .map(name -> name.equals("core") ? ROOT : name.equals("all") ? ROOT + ".." : ROOT + "." + name)
                        .collect(Collectors.toSet());
                mayUse.put("io.scflocal." + row.group("name"), used);
            }
        }
        return mayUse;
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.scflocal.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void coreHasNeverHeardOfJavaFx() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..")
                .because("the same engine runs without a window"));
    }

    @Test
    void undertowStaysInTheGateway() {
        check(noClasses()
                .that(not(resideInAPackage("io.scflocal.core.gateway")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.undertow..", "org.xnio..")
                .because("the relay is tested without a socket and the server can be replaced"));
    }

    @Test
    void jacksonStaysInExportAndConfig() {
        check(noClasses()
                .that(not(resideInAnyPackage("io.scflocal.core.export", "io.scflocal.core.config")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..")
                .because("a format of the outside world is no business of the engine"));
    }

    @Test
    void junitStaysWithTheUsersTests() {
        check(noClasses()
                .that(not(resideInAPackage("io.scflocal.core.junit")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..")
                .because("the emulator runs where there is no JUnit"));
    }

    @Test
    void processesAreStartedAndSeenInTheirPackagesOnly() {
        check(noClasses()
                .that(not(resideInAnyPackage(
                        "io.scflocal.core.launch",
                        "io.scflocal.core.output",
                        "io.scflocal.core.port",
                        "io.scflocal.core.process")))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, ProcessHandle.class, Process.class)
                .because("whoever starts a process must also end its tree"));
    }

    @Test
    void theSystemsOwnFunctionsAreCalledInProcessOnly() {
        check(noClasses()
                .that(not(resideInAPackage("io.scflocal.core.process")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.jna..")
                .because("what differs between systems stands behind one interface"));
    }

    @Test
    void nowComesFromTheTickerOnly() {
        check(noClasses()
                .that(not(resideInAPackage("io.scflocal.core.time")))
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .because("a test of a two-hour timeout moves the clock by hand"));
    }

    @Test
    void nobodySleeps() {
        check(noClasses().should().callMethod(Thread.class, "sleep", long.class));
    }

    @Test
    void nobodyPrints() {
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("standard output belongs to the command line"));
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and(not(modifier(JavaModifier.SYNTHETIC)))
                .should()
                .beFinal()
                .check(CORE);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysItsPurpose() throws IOException {
        Path sources = Path.of("src/main/java/io/scflocal/core");
        try (Stream<Path> all = Files.walk(sources)) {
            List<Path> directories = all.filter(Files::isDirectory).toList();
            assertTrue(directories.size() > 9, () -> "only " + directories.size() + " packages were found");
            for (Path directory : directories) {
                String text = Files.readString(directory.resolve("package-info.java"), StandardCharsets.UTF_8);
                assertTrue(text.contains("@org.jspecify.annotations.NullMarked"), directory + " is not @NullMarked");
                assertTrue(text.startsWith("/**"), directory + " does not say its purpose");
            }
        }
    }

    private static void check(ArchRule rule) {
        rule.check(CORE);
    }
}
