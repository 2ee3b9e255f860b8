package io.scflocal.core.config;

import java.nio.file.Path;

/** Paths of this machine as people write them in commands and files. Stateless. */
public final class LocalPath {
    private LocalPath() {}

    /**
     * The absolute path that is meant; {@code ~/} is the user's home, which no shell has replaced in a file or behind an equals sign.
     *
     * @param base what a relative path is relative to
     * @throws java.nio.file.InvalidPathException if it can't be one
     */
    public static Path of(String text, Path base) {
        Path path = text.startsWith("~/") ? Path.of(System.getProperty("user.home"), text.substring(2)) : Path.of(text);
        return base.resolve(path).toAbsolutePath().normalize();
    }
}
