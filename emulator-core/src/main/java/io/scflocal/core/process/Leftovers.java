package io.scflocal.core.process;

import io.scflocal.core.time.Ticker;

/**
 * What emulators of one household left behind that were killed before they could end it: processes of functions, and temporary directories.
 * Found on Linux only.
 *
 * @param processes how many processes
 * @param directories how many directories
 */
public record Leftovers(int processes, int directories) {

    /** What there is now. Blocks for the disk. */
    public static Leftovers look(Household household) {
        return new Leftovers(
                new Orphans(household).members().size(),
                ScratchDirectory.orphans(household).size());
    }

    /** Ends the processes and deletes the directories; gives what there was. Blocks until it is done. */
    public static Leftovers end(Household household) {
        return Orphans.end(household, new TreeEnding(Ticker.system(), TreeEnding.DEFAULT_GRACE));
    }

    /** Whether there is anything. */
    public boolean isAny() {
        return processes + directories > 0;
    }
}
