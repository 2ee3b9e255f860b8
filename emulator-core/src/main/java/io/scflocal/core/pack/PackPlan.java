package io.scflocal.core.pack;

import io.scflocal.core.platform.PlatformLimits;
import java.util.List;

/**
 * What would go into an archive.
 *
 * @param files sorted by name
 * @param ignored names of the files and directories that would be left out, directories with a final slash, sorted
 */
public record PackPlan(List<Entry> files, List<String> ignored) {

    public PackPlan {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
    }

    /**
     * A file.
     *
     * @param name its name in the archive, with {@code /} between directories
     * @param bytes its size on disk
     */
    public record Entry(String name, long bytes) {}

    /** Size of all files together. */
    public long contentBytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    /** Whether the cloud would refuse the function for the size of its files. */
    public boolean tooLarge() {
        return tooLarge(contentBytes());
    }

    static boolean tooLarge(long contentBytes) {
        return contentBytes > (long) PlatformLimits.MAX_CODE_MB << 20;
    }
}
