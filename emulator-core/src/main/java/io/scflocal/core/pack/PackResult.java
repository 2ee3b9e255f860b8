package io.scflocal.core.pack;

import io.scflocal.core.platform.PlatformLimits;
import java.util.List;

/**
 * What went into an archive.
 *
 * @param files names of the files in it, sorted
 * @param ignored names of the files and directories that were left out, directories with a final slash, sorted
 * @param madeExecutable files that have the execute bit in the archive but not on disk
 * @param unixLines files whose CR LF were written as LF
 * @param contentBytes size of all files together
 * @param zipBytes size of the archive
 */
public record PackResult(
        List<String> files,
        List<String> ignored,
        List<String> madeExecutable,
        List<String> unixLines,
        long contentBytes,
        long zipBytes) {

    public PackResult {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
        madeExecutable = List.copyOf(madeExecutable);
        unixLines = List.copyOf(unixLines);
    }

    /** Whether the cloud's interface refuses the archive for its size; the object storage may still take it. */
    public boolean tooLargeForUpload() {
        return zipBytes > (long) PlatformLimits.MAX_ZIP_MB << 20;
    }

    /** Whether the cloud refuses the function for the size of its files. */
    public boolean tooLarge() {
        return PackPlan.tooLarge(contentBytes);
    }
}
