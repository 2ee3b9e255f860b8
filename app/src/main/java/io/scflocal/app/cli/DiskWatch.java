package io.scflocal.app.cli;

import io.scflocal.core.capture.DiskReport;
import io.scflocal.core.capture.DiskState;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells when the writing of a capture goes otherwise than before. For one thread. */
final class DiskWatch {
    private final Supplier<DiskReport> disk;
    private final Consumer<DiskReport> changed;
    private DiskReport last;

    DiskWatch(Supplier<DiskReport> disk, Consumer<DiskReport> changed) {
        this.disk = disk;
        this.changed = changed;
        last = new DiskReport(DiskState.KEEPS_UP, disk.get().directory(), Optional.empty());
    }

    /** Looks at it; that everything is well is not told at first. */
    void look() {
        DiskReport now = disk.get();
        if (!now.equals(last)) {
            last = now;
            changed.accept(now);
        }
    }
}
