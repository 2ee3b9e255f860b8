package io.scflocal.core.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Walks through what counts of a folder; what can't be read, or goes meanwhile, is passed over. */
abstract class SourceVisitor extends SimpleFileVisitor<Path> {
    private final Path folder;

    SourceVisitor(Path folder) {
        this.folder = folder;
    }

    /** A directory that counts. */
    FileVisitResult enter(Path directory) throws IOException {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public final FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        boolean skipped = !directory.equals(folder) && WatchRules.ignoresDirectory(directory);
        return skipped ? FileVisitResult.SKIP_SUBTREE : enter(directory);
    }

    @Override
    public final FileVisitResult visitFileFailed(Path file, IOException error) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public final FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error) {
        return FileVisitResult.CONTINUE;
    }
}
