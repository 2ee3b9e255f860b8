package io.scflocal.core.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes a function's folder as a zip file. The same files give the same bytes, whenever and wherever they are packed: names are
 * sorted, times are all one, permissions are 0755 or 0644. Links are followed, since the archive stands alone; those that lead nowhere, or
 * back to a directory that they are in, are left out.
 */
public final class FunctionArchive {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path folder;
    private final IgnoreRules rules;

    /** Reads what is to be left out. */
    public FunctionArchive(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        rules = IgnoreRules.of(folder);
    }

    /** Hears how far the writing is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * So many bytes of the function's files are packed; the answer says whether to go on. Called on the thread that writes, for every
         * 64 KB.
         */
        boolean report(long done, long total);
    }

    /**
     * What {@link #write} would pack at this moment; blocks.
     *
     * @throws IOException if a file can't be read; the message names it
     */
    public PackPlan plan(Path target) throws IOException {
        return plan(select(zip(target), unfinished(zip(target))));
    }

    /**
     * Writes the archive; blocks. A file that is there is replaced once the new one is complete, and is never part of itself.
     *
     * @throws IOException if a file can't be read or written; the message names it
     */
    public PackResult write(Path target) throws IOException {
        return write(target, (done, total) -> true);
    }

    /**
     * Writes the archive as {@link #write(Path)} does and says how far it is.
     *
     * @throws IOException if a file can't be read or written; the message names it
     * @throws CancellationException if {@code progress} has said not to go on; what was at {@code target} is still there then
     */
    public PackResult write(Path target, Progress progress) throws IOException {
        Path zip = zip(target);
        Path unfinished = unfinished(zip);
        Selection selection = select(zip, unfinished);
        try {
            PackResult result = write(
                    selection, unfinished, new Tally(progress, plan(selection).contentBytes()));
            Files.move(unfinished, zip, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Path zip(Path target) {
        return target.toAbsolutePath().normalize();
    }

    private static Path unfinished(Path zip) {
        return zip.resolveSibling(zip.getFileName() + ".new");
    }

    private static PackPlan plan(Selection selection) {
        return new PackPlan(
                selection.files.stream()
                        .map(file -> new PackPlan.Entry(file.name(), file.bytes()))
                        .toList(),
                List.copyOf(selection.ignored));
    }

    private record Selection(List<PackedFile> files, TreeSet<String> ignored) {}

    private Selection select(Path zip, Path unfinished) throws IOException {
        Selection selection = new Selection(new ArrayList<>(), new TreeSet<>());
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        String name = name(directory);
                        if (!name.isEmpty() && rules.ignores(name, true)) {
                            selection.ignored.add(name + "/");
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        String name = name(file);
                        if (file.equals(zip) || file.equals(unfinished)) {
                            return FileVisitResult.CONTINUE;
                        }
                        if (attributes.isRegularFile() && !rules.ignores(name, false)) {
                            selection.files.add(PackedFile.of(file, name));
                        } else {
                            selection.ignored.add(name);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                        if (!(failure instanceof FileSystemLoopException)) {
                            throw failure;
                        }
                        selection.ignored.add(name(file) + "/");
                        return FileVisitResult.CONTINUE;
                    }
                });
        selection.files.sort(Comparator.comparing(PackedFile::name));
        return selection;
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static PackResult write(Selection selection, Path zip, Tally tally) throws IOException {
        List<String> converted = new ArrayList<>();
        long content = 0;
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            for (PackedFile file : selection.files) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.name());
                entry.setTime(firstTime());
                entry.setUnixMode(0100000 | file.mode());
                out.putArchiveEntry(entry);
                content += copy(file, out, converted, tally);
                out.closeArchiveEntry();
            }
        }
        return new PackResult(
                selection.files.stream().map(PackedFile::name).toList(),
                List.copyOf(selection.ignored),
                madeExecutable(selection.files),
                converted,
                content,
                Files.size(zip));
    }

    private static long copy(PackedFile file, ZipArchiveOutputStream out, List<String> converted, Tally tally)
            throws IOException {
        if (!file.unixLines()) {
            return copy(file, out, tally);
        }
        byte[] original = Files.readAllBytes(file.file());
        byte[] unix = withUnixLines(original);
        if (unix.length != original.length) {
            converted.add(file.name());
        }
        out.write(unix);
        tally.add(original.length);
        return unix.length;
    }

    private static long copy(PackedFile file, ZipArchiveOutputStream out, Tally tally) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        long copied = 0;
        try (InputStream in = Files.newInputStream(file.file())) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                copied += read;
                tally.add(read);
            }
        }
        return copied;
    }

    /** Counts what is packed and ends the packing when nobody wants it any more. */
    private static final class Tally {
        private final Progress progress;
        private final long total;
        private long done;

        Tally(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        void add(long bytes) {
            done += bytes;
            if (!progress.report(done, total)) {
                throw new CancellationException();
            }
        }
    }

    private static byte[] withUnixLines(byte[] text) {
        ByteArrayOutputStream result = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '\r' || i + 1 == text.length || text[i + 1] != '\n') {
                result.write(text[i]);
            }
        }
        return result.toByteArray();
    }

    private static List<String> madeExecutable(List<PackedFile> files) {
        return files.stream()
                .filter(PackedFile::gainsExecuteBit)
                .map(PackedFile::name)
                .toList();
    }

    /** The format knows no time zone, so this is the same wherever the archive is made; its first year would bring a second time along. */
    private static long firstTime() {
        return LocalDateTime.of(1981, 1, 1, 0, 0)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }
}
