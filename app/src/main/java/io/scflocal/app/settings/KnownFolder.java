package io.scflocal.app.settings;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A function's folder that was opened before.
 *
 * @param path absolute path
 * @param opened when it was opened last
 */
public record KnownFolder(Path path, Instant opened) {}
