package io.scflocal.core.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes a function's folder as a zip file. The same files give the same bytes, whenever and wherever they are packed: names are
 * sorted, times are all one, permissions are 0755 or 0644. Links are followed, since the archive stands alone.
 */
public final class FunctionArchive {
    private final Path folder;
    private final IgnoreRules rules;

    /** Reads what is to be left out. */
    public FunctionArchive(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        rules = IgnoreRules.of(folder);
    }

    /**
     * Writes the archive; blocks. A file that is there is replaced once the new one is complete, and is never part of itself.
     *
     * @throws IOException if a file can't be read or written; the message names it
     */
    public PackResult write(Path target) throws IOException {
        Path zip = target.toAbsolutePath().normalize();
        Path unfinished = zip.resolveSibling(zip.getFileName() + ".new");
        Selection selection = select(zip, unfinished);
        try {
            PackResult result = write(selection, unfinished);
            Files.move(unfinished, zip, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(unfinished);
        }
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
                        if (rules.ignores(name, false)) {
                            selection.ignored.add(name);
                        } else if (attributes.isRegularFile() && !file.equals(zip) && !file.equals(unfinished)) {
                            selection.files.add(PackedFile.of(file, name));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        selection.files.sort(Comparator.comparing(PackedFile::name));
        return selection;
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static PackResult write(Selection selection, Path zip) throws IOException {
        List<String> converted = new ArrayList<>();
        long content = 0;
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            for (PackedFile file : selection.files) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.name());
                entry.setTime(firstTime());
                entry.setUnixMode(0100000 | file.mode());
                out.putArchiveEntry(entry);
                content += copy(file, out, converted);
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

    private static long copy(PackedFile file, ZipArchiveOutputStream out, List<String> converted) throws IOException {
        if (!file.unixLines()) {
            return Files.copy(file.file(), out);
        }
        byte[] original = Files.readAllBytes(file.file());
        byte[] unix = withUnixLines(original);
        if (unix.length != original.length) {
            converted.add(file.name());
        }
        out.write(unix);
        return unix.length;
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
