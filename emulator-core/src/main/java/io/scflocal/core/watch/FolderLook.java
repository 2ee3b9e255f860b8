package io.scflocal.core.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The files of a folder as they were at one look, those apart that {@link WatchRules} ignores; for where the system does not tell of
 * changes.
 *
 * @param files when each was changed last and how long it is, by its path relative to the folder
 */
record FolderLook(Map<Path, String> files) {
    private static final int MOST_FILES = 20_000;

    /** Reads the folder, up to a number of files that keeps a look quick. A folder that is not there has no files. */
    static FolderLook at(Path folder) throws IOException {
        Map<Path, String> files = new HashMap<>();
        Files.walkFileTree(folder, new SourceVisitor(folder) {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!WatchRules.ignores(file)) {
                    files.put(folder.relativize(file), attributes.lastModifiedTime() + " " + attributes.size());
                }
                return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }
        });
        return new FolderLook(files);
    }

    /** What is other than at a look before. */
    Set<Path> changesSince(FolderLook before) {
        Set<Path> changed = new HashSet<>();
        files.forEach((path, stamp) -> {
            if (!stamp.equals(before.files.get(path))) {
                changed.add(path);
            }
        });
        before.files.keySet().stream().filter(path -> !files.containsKey(path)).forEach(changed::add);
        return changed;
    }
}
