package io.scflocal.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the rules of docs/invariants.md that concern the app. */
class ArchitectureTest {
    private static final int FEWEST_CLASSES = 150;
    private static final JavaClasses APP =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.scflocal.app");

    @Test
    void rulesSeeTheClasses() {
        assertTrue(APP.size() > FEWEST_CLASSES, () -> "only " + APP.size() + " classes were found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "captures",
                "checks",
                "cli",
                "composer",
                "connections",
                "detail",
                "filter",
                "function",
                "logs",
                "pack",
                "recent",
                "start",
                "timeline",
                "traffic",
                "windows"
            })
    void featuresDoNotUseEachOther(String feature) {
        check(noClasses()
                .that(resideInAPackage("io.scflocal.app." + feature))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.scflocal.app..")
                        .and(not(resideInAnyPackage(
                                "io.scflocal.app",
                                "io.scflocal.app.action",
                                "io.scflocal.app.chart",
                                "io.scflocal.app." + feature,
                                feature.equals("traffic") ? "io.scflocal.app.filter" : "io.scflocal.app." + feature,
                                "io.scflocal.app.fx",
                                "io.scflocal.app.notice",
                                "io.scflocal.app.payload",
                                "io.scflocal.app.decode",
                                "io.scflocal.app.lines",
                                "io.scflocal.app.session",
                                "io.scflocal.app.settings",
                                "io.scflocal.app.text"))))
                .because("only Wiring and the shell know several features"));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.scflocal.app.(*)..").should().beFreeOfCycles().check(APP);
    }

    @Test
    void onlyFxSpeaksToThePlatform() {
        check(noClasses()
                .that(not(resideInAPackage("io.scflocal.app.fx")))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Platform.class)
                .because("there is one border between the engine's threads and the screen's"));
    }

    @Test
    void viewModelsKnowNoStageAndNoScene() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.stage..", "javafx.scene..")
                .because("view models are tested without a toolkit"));
    }

    @Test
    void commandLineKnowsNoJavaFx() {
        check(noClasses()
                .that(resideInAPackage("io.scflocal.app.cli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..")
                .because("the engine runs where JavaFX can't be loaded"));
    }

    @Test
    void standardOutputBelongsToTheCommandLine() {
        check(noClasses()
                .that(not(resideInAPackage("io.scflocal.app.cli")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void nowComesFromTheTickerOnly() {
        check(noClasses()
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now"));
    }

    @Test
    void nobodySleepsOrStartsProcesses() {
        check(noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class));
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and(not(modifier(JavaModifier.SYNTHETIC)))
                .should()
                .beFinal()
                .check(APP);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysItsPurpose() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/io/scflocal/app"))) {
            List<Path> directories = all.filter(Files::isDirectory).toList();
            assertTrue(directories.size() > 9, () -> "only " + directories.size() + " packages were found");
            for (Path directory : directories) {
                String text = Files.readString(directory.resolve("package-info.java"));
                assertTrue(text.contains("@org.jspecify.annotations.NullMarked"), directory + " is not @NullMarked");
                assertTrue(text.startsWith("/**"), directory + " does not say its purpose");
            }
        }
    }

    private static void check(ArchRule rule) {
        rule.check(APP);
    }
}
