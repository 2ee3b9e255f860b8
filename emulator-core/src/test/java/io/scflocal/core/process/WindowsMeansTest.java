package io.scflocal.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.output.OutputPipes;
import io.scflocal.core.platform.HostSystem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calls for Windows, against functions that only remember them; never tried on Windows itself. */
class WindowsMeansTest {
    private final FakeJobApi api = new FakeJobApi();
    private final ProcessHandle self = ProcessHandle.current();

    @Test
    void everySystemHasItsMeans() {
        assertInstanceOf(WindowsMeans.class, ProcessMeans.of(HostSystem.WINDOWS));
        assertInstanceOf(MacMeans.class, ProcessMeans.of(HostSystem.MAC));
        assertInstanceOf(LinuxMeans.class, ProcessMeans.of(HostSystem.LINUX));
    }

    @Test
    void nothingIsLoadedBeforeTheFirstStart() {
        WindowsMeans means = new WindowsMeans(() -> {
            throw new UnsatisfiedLinkError("there is no kernel32");
        });
        assertEquals(List.of(), means.heading());
        assertSame(OutputPipes.ORDINARY, means.pipes(java.nio.file.Path.of("x")));
        assertEquals("", means.watchdog());
        try (ProcessTree tree = means.tree(self, "", false)) {
            assertTrue(tree.members().contains(self));
        }
    }

    @Test
    void aJobEndsWithItsLastHandleAndTakesTheProcessIn() throws IOException {
        JobObject job = JobObject.create(api);
        job.join(self);
        job.kill();
        job.close();
        job.close();
        job.kill();
        job.join(self);
        long pid = self.pid();
        assertEquals(
                List.of(
                        "create",
                        // JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE, little end first
                        "set 9 0020 of 144",
                        "open 101",
                        "assign " + pid,
                        "close " + pid,
                        "terminate 1",
                        "close job"),
                api.calls);
    }

    @Test
    void itsMembersAreThoseOfTheTree() throws IOException {
        JobObject job = JobObject.create(api);
        ProcessHandle parent = self.parent().orElseThrow();
        try (ProcessTree tree = new GroupTree(self, job)) {
            api.members.addAll(List.of(parent.pid(), 999_999_999L));
            assertTrue(tree.members().containsAll(List.of(self, parent)));
        }
        assertEquals(List.of(), job.members());
    }

    @Test
    void whatTheSystemRefusesIsTold() {
        api.refused = "set";
        assertThrows(IOException.class, () -> JobObject.create(api));
        assertTrue(api.calls.contains("close job"));
        api.refused = "create";
        assertThrows(IOException.class, () -> JobObject.create(api));
        WindowsMeans means = new WindowsMeans(() -> api);
        try (ProcessTree tree = means.tree(self, "", false)) {
            assertTrue(tree.members().contains(self));
        }
        assertFalse(api.calls.contains("assign " + self.pid()));
    }
}
