package io.scflocal.core.capture;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the writing of a capture goes.
 *
 * @param state whether the disk keeps up
 * @param directory where the capture lies
 * @param failure why the capture is no longer complete; empty as long as it is
 */
public record DiskReport(DiskState state, Path directory, Optional<String> failure) {}
