package io.scflocal.core.process;

import io.scflocal.core.platform.HostSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A private directory for the files that one process tree needs besides its own.
 *
 * @param path the directory, readable by its owner only
 */
public record ScratchDirectory(Path path) implements AutoCloseable {
    /** Beginning of the names of all of them. */
    public static final String PREFIX = "scf-local-run-";

    private static final Logger LOG = System.getLogger(ScratchDirectory.class.getName());
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-([0-9a-z]+)-.*");

    /**
     * Makes one.
     *
     * @param household who deletes it should this emulator be killed
     * @throws IOException if the system refuses to make it
     */
    public static ScratchDirectory create(Household household) throws IOException {
        return new ScratchDirectory(Files.createTempDirectory(
                parent(), PREFIX + ProcessHandle.current().pid() + "-" + household.name() + "-"));
    }

    /** Where they are made. */
    public static Path parent() {
        Path configured = Path.of(System.getProperty("java.io.tmpdir"));
        // Except on Windows, the path is put into scripts, where a blank would split it.
        boolean fits = HostSystem.current() == HostSystem.WINDOWS
                || configured.toString().matches("[\\w./-]+");
        return fits ? configured : Path.of("/tmp");
    }

    /** Those of emulators of a household that do not run any more. */
    static List<ScratchDirectory> orphans(Household household) {
        List<ScratchDirectory> orphans = new ArrayList<>();
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent(), PREFIX + "*")) {
            for (Path candidate : candidates) {
                Matcher name = NAME.matcher(candidate.getFileName().toString());
                if (name.matches()
                        && name.group(2).equals(household.name())
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        && Files.isWritable(candidate)) {
                    orphans.add(new ScratchDirectory(candidate));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(Level.DEBUG, "Directories of earlier runs can't be looked for", e);
        }
        return orphans;
    }

    /** Deletes it with everything in it; links are deleted, not followed. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "The temporary directory " + path + " can't be deleted", e);
        }
    }
}
