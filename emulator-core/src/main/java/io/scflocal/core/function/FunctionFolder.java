package io.scflocal.core.function;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds a function's code, with {@code scf_bootstrap} in its root.
 *
 * @param path absolute and normalised
 */
public record FunctionFolder(Path path) {

    /** The only name under which the platform looks for a start file (vendor documentation 583/56126). */
    public static final String START_FILE = "scf_bootstrap";

    public FunctionFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The folder's own name, which serves as the function's name until it is given another. */
    public String name() {
        Path last = path.getFileName();
        return last == null ? "function" : last.toString();
    }

    /** Where the start file is, or would be. */
    public Path startFile() {
        return path.resolve(START_FILE);
    }

    /** Whether the folder exists. Touches the disk. */
    public boolean exists() {
        return Files.isDirectory(path);
    }
}
