package io.scflocal.core.capture;

import java.nio.file.Path;

/**
 * Where captures are kept and how much of them.
 *
 * @param root directory under which every capture has a directory of its own
 * @param limits what each may keep
 */
public record CaptureOptions(Path root, CaptureLimits limits) {

    /** The usual limits. */
    public static CaptureOptions under(Path root) {
        return new CaptureOptions(root, CaptureLimits.DEFAULT);
    }
}
