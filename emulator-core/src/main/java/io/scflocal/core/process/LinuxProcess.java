package io.scflocal.core.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One process in the table of Linux, proc(5), as it was when it was read.
 *
 * @param pid its id
 * @param state one letter; Z for a process that has ended and waits to be reaped
 * @param parent id of its parent
 * @param session id of its session's leader
 */
public record LinuxProcess(long pid, char state, long parent, long session) {
    private static final Path PROC = Path.of("/proc");
    private static final String MARK = "\0" + RunId.VARIABLE + "=";

    /** Whether this system has such a table and lets it be read. */
    public static boolean isSupported() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    /**
     * All that this user can see. Blocks for some milliseconds.
     *
     * @throws UncheckedIOException if the table can't be read
     */
    public static List<LinuxProcess> all() {
        List<LinuxProcess> processes = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path directory : directories) {
                read(directory, processes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("/proc can't be read", e);
        }
        return processes;
    }

    /** Whether it has ended, perhaps without having been reaped. */
    public boolean ended() {
        return state == 'Z' || state == 'X';
    }

    /** The {@link RunId} of the instance to which it belongs, as it is now; empty if to none or to another user's. */
    public String runId() {
        String environment = "\0" + content(PROC.resolve(Long.toString(pid)).resolve("environ"));
        int at = environment.indexOf(MARK);
        return at < 0 ? "" : environment.substring(at + MARK.length()).split("\0", 2)[0];
    }

    /** Its ids in the process tables that it is in, this machine's first; empty if it is gone. */
    public static List<Long> idsInTables(long pid) {
        return content(PROC.resolve(Long.toString(pid)).resolve("status"))
                .lines()
                .filter(line -> line.startsWith("NSpid:"))
                .flatMap(line ->
                        Stream.of(line.substring("NSpid:".length()).strip().split("\\s+")))
                .map(Long::valueOf)
                .toList();
    }

    private static void read(Path directory, List<LinuxProcess> processes) {
        String stat = content(directory.resolve("stat"));
        // The name stands in parentheses and may hold anything, also blanks and parentheses.
        int afterName = stat.lastIndexOf(") ");
        if (afterName > 0) {
            String[] fields = stat.substring(afterName + 2).split(" ");
            long pid = Long.parseLong(directory.getFileName().toString());
            processes.add(
                    new LinuxProcess(pid, fields[0].charAt(0), Long.parseLong(fields[1]), Long.parseLong(fields[3])));
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Gone, or another user's: not one of ours.
            return "";
        }
    }
}
