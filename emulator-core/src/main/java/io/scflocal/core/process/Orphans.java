package io.scflocal.core.process;

import io.scflocal.core.port.PortOwner;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** The processes that an emulator of one household left behind which was killed before it could end them. Found on Linux only. */
public final class Orphans implements ProcessTree {
    private static final Logger LOG = System.getLogger(Orphans.class.getName());

    private final Household household;

    Orphans(Household household) {
        this.household = household;
    }

    /**
     * Ends them, since they would hold the function's port, and deletes what they needed. Blocks as {@link TreeEnding#end} does.
     *
     * @return what there was
     */
    public static Leftovers end(Household household, TreeEnding ending) {
        ProcessTree orphans = new Orphans(household);
        List<ProcessHandle> found = orphans.members();
        if (!found.isEmpty()) {
            LOG.log(Level.INFO, "Ending processes of a function whose emulator was killed: {0}", found);
            ending.end(orphans);
        }
        List<ScratchDirectory> directories = ScratchDirectory.orphans(household);
        directories.forEach(ScratchDirectory::close);
        return new Leftovers(found.size(), directories.size());
    }

    /** Whether one of them listens on the port. Blocks some tens of milliseconds. */
    public static boolean hold(int port, Household household) {
        return PortOwner.of(port)
                .filter(owner ->
                        new Orphans(household).members().stream().anyMatch(process -> process.pid() == owner.pid()))
                .isPresent();
    }

    @Override
    public List<ProcessHandle> members() {
        if (!LinuxProcess.isSupported()) {
            return List.of();
        }
        return LinuxProcess.all().stream()
                .filter(process -> !process.ended() && RunId.isOrphaned(process.runId(), household))
                .flatMap(process -> ProcessHandle.of(process.pid()).stream())
                .toList();
    }
}
