package io.scflocal.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scflocal.core.time.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class UnixGroupTest {

    @Test
    void itHasThoseWhoseParentHasEndedAndEndsThemAtOnce() throws Exception {
        List<String> command = new ArrayList<>(new MacMeans().heading());
        assumeFalse(command.isEmpty(), "perl is not installed");
        assumeTrue(
                Stream.of("/bin/ps", "/usr/bin/ps").anyMatch(ps -> Files.isExecutable(Path.of(ps))),
                "ps is not installed");
        command.addAll(List.of("sh", "-c", "(sleep 1000 &); exec sleep 1000"));
        Process head = new ProcessBuilder(command).start();
        UnixGroup group = new UnixGroup(head.pid());
        try {
            Await.until(
                    "an orphan in the group",
                    () -> group.members().size() == 2
                            && head.descendants().findAny().isEmpty());
        } finally {
            group.kill();
        }
        assertEquals(128 + 9, head.waitFor());
        Await.until("end of all", () -> group.members().isEmpty());
    }
}
