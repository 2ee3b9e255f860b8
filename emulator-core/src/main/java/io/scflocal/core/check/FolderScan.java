package io.scflocal.core.check;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Walks through a folder once: adds up its size and keeps its own sources. Bounded in files and bytes; binary files, libraries and tests
 * are not read.
 */
final class FolderScan extends SimpleFileVisitor<Path> {
    /** What nobody has written here. */
    private static final Set<String> IGNORED = Set.of(
            "node_modules",
            "__pycache__",
            "venv",
            "env",
            "site-packages",
            "packages",
            "third_party",
            "vendor",
            "target");
    /** What runs on a developer's machine only. */
    private static final Set<String> NOT_IN_THE_CLOUD =
            Set.of("test", "tests", "__tests__", "spec", "example", "examples", "docs", "public", "static", "scripts");

    private static final int MAX_FILES = 100_000;
    private static final int MAX_SOURCES = 400;
    private static final int MAX_SOURCE_BYTES = 512 * 1024;

    private final Path folder;
    private final BooleanSupplier cancelled;
    private final List<SourceFile> sources = new ArrayList<>();
    private long bytes;
    private int files;
    private boolean complete = true;

    private FolderScan(Path folder, BooleanSupplier cancelled) {
        this.folder = folder;
        this.cancelled = cancelled;
    }

    /** @throws CancellationException if {@code cancelled} says so */
    static FolderScan of(Path folder, BooleanSupplier cancelled) throws IOException {
        FolderScan scan = new FolderScan(folder, cancelled);
        Files.walkFileTree(folder, scan);
        return scan;
    }

    /** Whether a directory of that name holds no code of the function's author. */
    static boolean isIgnored(String name) {
        return IGNORED.contains(name) || name.startsWith(".");
    }

    List<SourceFile> sources() {
        return sources;
    }

    /** Bytes of all files, libraries included. */
    long bytes() {
        return bytes;
    }

    int files() {
        return files;
    }

    /** Whether nothing was left out because there is too much of it. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        if (++files > MAX_FILES) {
            complete = false;
            return FileVisitResult.TERMINATE;
        }
        bytes += attributes.size();
        Optional<SourceFile.Language> language = SourceFile.Language.of(file);
        if (language.isPresent() && attributes.isRegularFile() && isOwn(folder.relativize(file))) {
            read(file, language.get(), attributes.size());
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) {
        // A file that may not be read is no fault of the function.
        return FileVisitResult.CONTINUE;
    }

    private static boolean isOwn(Path file) {
        for (int i = 0; i < file.getNameCount() - 1; i++) {
            String name = file.getName(i).toString();
            if (isIgnored(name) || NOT_IN_THE_CLOUD.contains(name)) {
                return false;
            }
        }
        String name = file.getFileName().toString();
        return !name.matches("(?i)(?:test_.*|.*[._-](?:test|spec|min|config)|client|test|setup)\\.\\w+");
    }

    private void read(Path file, SourceFile.Language language, long size) throws IOException {
        if (sources.size() >= MAX_SOURCES || size > MAX_SOURCE_BYTES) {
            complete = false;
            return;
        }
        SourceFile.read(folder, file, language).ifPresent(sources::add);
    }
}
