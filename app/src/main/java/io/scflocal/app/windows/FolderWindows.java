package io.scflocal.app.windows;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The windows of this user, one for a folder at most. A window holds a lock on a file, which the system takes back when its process
 * ends in whatever way, and listens on a socket of the file system; both lie in a directory that nobody else may enter, so only the same
 * user can call. Where that can't be had, every window stands alone.
 *
 * <p>Thread-safe; may block for the disk.
 */
public final class FolderWindows {
    private static final System.Logger LOG = System.getLogger(FolderWindows.class.getName());
    private static final int NAME_BYTES = 10;

    private final Path directory;
    /** What this process has, for which no lock may be asked: closing a second one would end the first. */
    private final Set<Path> own = ConcurrentHashMap.newKeySet();

    /** Keeps its files in {@code directory}, which is made when it is needed. */
    public FolderWindows(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** Brings the window that has {@code folder} open to the front; false if there is none. */
    public boolean show(Path folder) {
        try {
            Path file = file(folder);
            return own.contains(file) ? ShowCalls.call(socket(file)) : showOther(file);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Windows of the same folder can''t be found: {0}", e);
            return false;
        }
    }

    private static boolean showOther(Path file) throws IOException {
        try (FolderLock lock = FolderLock.open(file)) {
            if (lock.take()) {
                return false;
            }
            lock.awaitListening();
            return ShowCalls.call(socket(file));
        }
    }

    /**
     * Makes the caller's window that of {@code folder}; closing the result ends that. Empty if another window has the folder, which is at
     * the front now.
     *
     * @param onShow brings the caller's window to the front; called on a thread of its own
     */
    public Optional<FolderClaim> claim(Path folder, Runnable onShow) {
        try {
            Path file = file(folder);
            if (own.contains(file)) {
                return ShowCalls.call(socket(file)) ? Optional.empty() : Optional.of(FolderClaim.alone(folder));
            }
            FolderLock lock = FolderLock.open(file);
            if (lock.take()) {
                ShowCalls calls = ShowCalls.listen(socket(file), onShow);
                lock.listening();
                own.add(file);
                return Optional.of(new FolderClaim(folder, List.of(calls, lock, () -> own.remove(file))));
            }
            lock.close();
            return showOther(file) ? Optional.empty() : Optional.of(FolderClaim.alone(folder));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Windows of the same folder can''t be found: {0}", e);
            return Optional.of(FolderClaim.alone(folder));
        }
    }

    private static Path socket(Path file) {
        return file.resolveSibling(file.getFileName() + ".sock");
    }

    /** Short, because the path of a socket may have about a hundred characters only. */
    private Path file(Path folder) throws IOException {
        makeDirectory();
        Path real = Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(real.toString().getBytes(StandardCharsets.UTF_8));
            return directory.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void makeDirectory() throws IOException {
        Files.createDirectories(directory);
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // Fails if the directory is somebody else's.
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
