package io.scflocal.app.recent;

import io.scflocal.core.platform.HostSystem;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The folders of functions in the list of recently used things of a desktop of freedesktop.org: the file {@code recently-used.xbel}, which
 * GTK, KDE and the menus of several desktops read. Other programs replace the file as a whole without a lock, and so does this.
 *
 * <p>Thread-safe; blocks for the disk. That the list can't be had is nobody's concern and is logged only.
 */
public final class RecentlyUsed {
    private static final String NAME = "recently-used.xbel";

    private static final System.Logger LOG = System.getLogger(RecentlyUsed.class.getName());
    private static final long LONGEST = 16 << 20;
    private static final int ATTEMPTS = 3;

    private final Path file;
    private final Path program;

    /**
     * Nothing is read or written yet.
     *
     * @param program what opens a folder that is its argument
     */
    public RecentlyUsed(Path file, Path program) {
        this.file = file;
        this.program = program;
    }

    /**
     * The list of this user's desktop, in {@code data}. Empty on other systems, and for a program without a start script, which nothing
     * could start again.
     *
     * @param home of the program
     */
    public static Optional<RecentlyUsed> ofDesktop(Path data, Path home) {
        Path program = home.resolve("bin").resolve("scf-local");
        return HostSystem.current() == HostSystem.LINUX && Files.isExecutable(program)
                ? Optional.of(new RecentlyUsed(data.resolve(NAME), program))
                : Optional.empty();
    }

    /** A folder was opened. */
    public void opened(Path folder, Instant when) {
        change(bookmarks -> bookmarks.opened(uri(folder), command(program), when));
    }

    /** Takes everything of ours out of the list. */
    public void clear() {
        if (Files.exists(file)) {
            change(Bookmarks::cleared);
        }
    }

    /** As other programs write it: ASCII, and without the slash that a directory gets here. */
    private static String uri(Path folder) {
        String uri = folder.toUri().toASCIIString();
        return uri.length() > "file:///".length() && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    /** A command in single quotation marks; its first word gets its own only where it needs them, as KDE compares it with the menu's. */
    static String command(Path program) {
        String name = program.toString();
        String word = name.matches("[\\w./+-]+") ? name : quote(name);
        return quote(word + " %f");
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private synchronized void change(UnaryOperator<Bookmarks> edit) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (changed(edit)) {
                    return;
                }
            }
            LOG.log(Level.DEBUG, "{0} changes all the time and is left alone", file);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} can''t be changed: {1}", file, e);
        }
    }

    /** Whether it is done; false if another program was quicker. */
    private boolean changed(UnaryOperator<Bookmarks> edit) throws IOException {
        Optional<FileTime> before = time();
        Optional<Bookmarks> read = read();
        if (read.isEmpty()) {
            LOG.log(Level.DEBUG, "{0} is no bookmark file that is known here, and is left alone", file);
            return true;
        }
        Bookmarks edited = edit.apply(read.get());
        if (edited.equals(read.get())) {
            return true;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path real = Files.exists(file) ? file.toRealPath() : file;
        // Readable by its user only, as everybody writes it.
        Path unfinished = Files.createTempFile(real.toAbsolutePath().getParent(), NAME, ".scf-local");
        try {
            Files.writeString(unfinished, edited.xml());
            if (!time().equals(before)) {
                return false;
            }
            Files.move(unfinished, real, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Optional<FileTime> time() throws IOException {
        return Files.exists(file) ? Optional.of(Files.getLastModifiedTime(file)) : Optional.empty();
    }

    private Optional<Bookmarks> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.of(Bookmarks.NONE);
        }
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Bookmarks(Files.readString(file))).filter(Bookmarks::isUnderstood);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
