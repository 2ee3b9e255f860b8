package io.scflocal.app.start;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The user's own copies of the samples of an installed application, which lie where nobody may change them. A copy that is there is
 * never touched again.
 *
 * @param directory where the copies are kept
 */
record SampleCopies(Path directory) {
    private static final System.Logger LOG = System.getLogger(SampleCopies.class.getName());

    /** The copy of {@code sample}, made now if there is none; the sample itself if it can't be copied. Blocks for the disk. */
    Sample of(Sample sample) {
        Path copy = directory.resolve(sample.name());
        try {
            if (!Files.isDirectory(copy)) {
                Files.createDirectories(directory);
                Path unfinished = Files.createTempDirectory(directory, "." + sample.name());
                copyTree(sample.path(), unfinished);
                Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Sample(sample.name(), copy);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The sample {0} can''t be copied to {1}: {2}", sample.path(), copy, e);
            return sample;
        }
    }

    private static void copyTree(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(target.resolve(source.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, target.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
