package io.scflocal.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the files of one capture lie. */
final class CaptureDirectory {
    private static final System.Logger LOG = System.getLogger(CaptureDirectory.class.getName());

    private static final Pattern OWN_FILE = Pattern.compile(
            "(frames|messages|connections|log|annotations|limits)(-\\d+)?\\.(idx|dat|map)|capture\\.(properties|lock)");

    private final Path path;
    private final DiskRoom room;
    private final Growth growth;

    /** Who is told when there is one more file. */
    private static final class Growth {
        private volatile Runnable told = () -> {};
    }

    CaptureDirectory(Path path, DiskRoom room) {
        this(path, room, new Growth());
    }

    private CaptureDirectory(Path path, DiskRoom room, Growth growth) {
        this.path = path;
        this.room = room;
        this.growth = growth;
    }

    /** Creates the directory, readable by its owner only where the file system knows owners. */
    static CaptureDirectory create(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
        return new CaptureDirectory(path, new DiskRoom(path, Files.getFileStore(path)::getUsableSpace));
    }

    /** A directory that is there already. */
    static CaptureDirectory existing(Path path) {
        return new CaptureDirectory(path, new DiskRoom(path, () -> 0));
    }

    /** The same directory for those who can't wait for room on the disk. */
    CaptureDirectory withoutPatience() {
        return new CaptureDirectory(path, room.withoutPatience(), growth);
    }

    /** The room on its disk. */
    DiskRoom room() {
        return room;
    }

    /** Tells {@code told}, on any thread, whenever the files that hold what grows with the traffic have become one more. */
    void whenGrown(Runnable told) {
        growth.told = told;
    }

    /** There is one more file of what grows with the traffic. */
    void grew() {
        growth.told.run();
    }

    /** The name of one of the files of a family. */
    static String numbered(String family, long number, String suffix) {
        return String.format("%s-%04d%s", family, number, suffix);
    }

    /** The files of a family that are there, by their numbers. */
    NavigableMap<Integer, String> numberedFiles(String family, String suffix) throws IOException {
        Pattern pattern = Pattern.compile(Pattern.quote(family) + "-(\\d{4,7})" + Pattern.quote(suffix));
        NavigableMap<Integer, String> files = new TreeMap<>();
        for (String name : fileNames()) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                files.put(Integer.valueOf(matcher.group(1)), name);
            }
        }
        return files;
    }

    /** Creates an empty file. */
    CaptureFile createFile(String name) throws IOException {
        return open(name, StandardOpenOption.CREATE_NEW);
    }

    /** Opens a file of this capture again. */
    CaptureFile reopenFile(String name) throws IOException {
        return open(name, StandardOpenOption.WRITE);
    }

    /**
     * Asks for room on the disk before something is mapped or begun there.
     *
     * @throws IOException as {@link DiskRoom#require}
     */
    void requireRoom(long bytes) throws IOException {
        room.require(bytes);
    }

    /** Maps a file that is there already, only for reading, in pieces of {@code pieceBytes}; nothing when it isn't there. */
    ByteBuffer[] mapExisting(String name, int pieceBytes) throws IOException {
        Path file = path.resolve(name);
        if (!Files.isRegularFile(file)) {
            return new ByteBuffer[0];
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer[] pieces = new ByteBuffer[(int) ((size + pieceBytes - 1) / pieceBytes)];
            for (int i = 0; i < pieces.length; i++) {
                long position = (long) i * pieceBytes;
                pieces[i] = channel.map(FileChannel.MapMode.READ_ONLY, position, Math.min(pieceBytes, size - position))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
            return pieces;
        }
    }

    /** Whether there is a file of this name. */
    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    /** Gives a file another name; false where that is not possible while the file is mapped (Windows). */
    boolean rename(String from, String to) {
        try {
            Files.move(path.resolve(from), path.resolve(to));
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The file " + from + " keeps its name in " + path, e);
            return false;
        }
    }

    /** Deletes a file. Where that is not possible while the file is mapped (Windows) it stays until the capture is deleted. */
    void deleteFile(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The file " + name + " stays in " + path, e);
        }
    }

    /** Deletes the files of the capture and, if nothing else is in it, the directory. */
    void delete() throws IOException {
        for (String name : fileNames()) {
            if (OWN_FILE.matcher(name).matches()) {
                Files.delete(path.resolve(name));
            }
        }
        if (fileNames().isEmpty()) {
            Files.delete(path);
        }
    }

    /** The names of the files in it. */
    List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The sizes of the files in it together. */
    long bytes() throws IOException {
        long bytes = 0;
        for (String name : fileNames()) {
            bytes += Files.size(path.resolve(name));
        }
        return bytes;
    }

    Path path() {
        return path;
    }

    private CaptureFile open(String name, StandardOpenOption how) throws IOException {
        Path file = path.resolve(name);
        FileChannel channel = FileChannel.open(file, how, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new CaptureFile(file, channel, room);
    }
}
