package io.scflocal.core.check;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a start file stands while it is read; it begins in the function's folder. */
final class WorkingDirectory {
    private static final String PLATFORM_FOLDER = "/var/user";

    private final Path folder;
    private Path current;
    private boolean known = true;

    WorkingDirectory(Path folder) {
        this.folder = folder;
        current = folder;
    }

    boolean isKnown() {
        return known;
    }

    Path path() {
        return current;
    }

    /** The script changes its directory. */
    void change(List<String> arguments) {
        String target = arguments.isEmpty() ? "$HOME" : arguments.get(0);
        if (target.matches("\\$\\(dirname .*") || target.equals("$(pwd)")) {
            current = folder;
            return;
        }
        Optional<Path> next = resolve(target);
        known &= next.isPresent();
        current = next.orElse(current);
    }

    /** The file within the folder that a word names; empty if it can't be known or lies elsewhere. */
    Optional<Path> resolve(String word) {
        if (word.isBlank() || word.matches(".*[$*?`~\\[{].*")) {
            return Optional.empty();
        }
        try {
            Path path = word.equals(PLATFORM_FOLDER) || word.startsWith(PLATFORM_FOLDER + "/")
                    ? Path.of(folder + word.substring(PLATFORM_FOLDER.length()))
                    : current.resolve(word);
            return Optional.of(path.normalize()).filter(inside -> inside.startsWith(folder));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
