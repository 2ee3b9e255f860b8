package io.scflocal.app.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.fx.Threads;
import io.scflocal.core.check.Fix;
import io.scflocal.core.check.Severity;
import io.scflocal.core.check.Subject;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.instance.InstanceNotice;
import io.scflocal.core.problem.ProblemKind;
import io.scflocal.core.problem.Problems;
import io.scflocal.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksViewModelTest {
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final ChecksViewModel model = new ChecksViewModel(new Threads(Runnable::run, screen::add));

    @TempDir
    Path folder;

    @BeforeEach
    void aFunctionWithWindowsLineEndings() throws IOException {
        Files.writeString(folder.resolve("scf_bootstrap"), "#!/bin/bash\r\n");
        Files.setPosixFilePermissions(folder.resolve("scf_bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));
        model.show(Optional.of(new FunctionFolder(folder)));
        runScreen();
    }

    @AfterEach
    void endTheWatch() {
        model.show(Optional.empty());
    }

    @Test
    void whatIsWrongAndWhatIsRightIsShown() {
        assertEquals(List.of("ERROR scf_bootstrap:1"), places());
        assertTrue(model.passedProperty().get().contains(Subject.EXECUTABLE));
    }

    @Test
    void rulesThatConnectionsBreakStandBesideWhatTheFolderHas() {
        Problems problems = new Problems(Ticker.system(), problem -> {});
        problems.report(ProblemKind.PACKET_SIZE, 3, 7, 300_000, 262_144);
        problems.report(ProblemKind.PACKET_SIZE, 3, 9, 400_000, 262_144);
        model.look(problems);
        assertEquals(List.of("ERROR scf_bootstrap:1", "ERROR #3  ×2"), places());
        for (int connection = 4; connection < 9; connection++) {
            problems.report(ProblemKind.PACKET_SIZE, connection, 10, 500_000, 262_144);
        }
        model.look(problems);
        assertEquals(List.of("ERROR scf_bootstrap:1", "ERROR #3 #4 #5 #6 +2  ×7"), places());
        model.look(new Problems(Ticker.system(), problem -> {}));
        assertEquals(List.of("ERROR scf_bootstrap:1"), places());
    }

    @Test
    void whatIsNoticedAboutInstancesStandsThereTooButNotInTheSideBarTwice() {
        model.look(List.of(new InstanceNotice(InstanceNotice.Kind.LOOPBACK_ONLY, "A", List.of("9000"))));
        assertEquals(List.of("ERROR scf_bootstrap:1", "WARNING A"), places());
        assertTrue(model.isAboutInstances(model.rows().get(1)));
        model.look(List.of());
        assertEquals(List.of("ERROR scf_bootstrap:1"), places());
    }

    @Test
    void aChangedFileIsLookedAtAgain() throws Exception {
        Files.writeString(folder.resolve("scf_bootstrap"), "#!/bin/bash\n");
        while (!places().isEmpty()) {
            Runnable task = screen.poll(10, TimeUnit.SECONDS);
            assertTrue(task != null, "the change was not noticed");
            task.run();
        }
    }

    @Test
    void aFixIsShownBeforeItIsDone() throws IOException {
        Fix fix = model.rows().get(0).fix().orElseThrow();
        List<Integer> changes = new ArrayList<>();
        model.preview(fix, preview -> changes.add(preview.changes().size()));
        runScreen();
        assertEquals(List.of(2), changes);
        assertEquals("#!/bin/bash\r\n", Files.readString(folder.resolve("scf_bootstrap")));
        model.apply(fix);
        runScreen();
        assertEquals("#!/bin/bash\n", Files.readString(folder.resolve("scf_bootstrap")));
        assertEquals(List.of(), places());
    }

    @Test
    void problemsOfOthersStandBesideThem() {
        ProblemRow other = new ProblemRow(Severity.INFO, "#3", m -> "large", m -> "", m -> "");
        model.report("limits", List.of(other));
        assertEquals(List.of("ERROR scf_bootstrap:1", "INFO #3"), places());
        model.report("limits", List.of());
        assertEquals(List.of("ERROR scf_bootstrap:1"), places());
    }

    private List<String> places() {
        return model.rows().stream()
                .map(row -> row.severity() + " " + row.place())
                .toList();
    }

    private void runScreen() {
        for (Runnable task = screen.poll(); task != null; task = screen.poll()) {
            task.run();
        }
    }
}
