package io.scflocal.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.DiskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DiskWatchTest {
    private static final Path DIRECTORY = Path.of("/captures/1");
    private static final DiskReport USUAL = new DiskReport(DiskState.KEEPS_UP, DIRECTORY, Optional.empty());
    private static final DiskReport FULL = new DiskReport(DiskState.FULL, DIRECTORY, Optional.empty());

    private final AtomicReference<DiskReport> disk = new AtomicReference<>(USUAL);
    private final List<DiskReport> told = new ArrayList<>();
    private final DiskWatch watch = new DiskWatch(disk::get, told::add);

    @Test
    void tellsChangesOnly() {
        watch.look();
        watch.look();
        assertEquals(List.of(), told);
        disk.set(FULL);
        watch.look();
        watch.look();
        disk.set(USUAL);
        watch.look();
        assertEquals(List.of(FULL, USUAL), told);
    }
}
