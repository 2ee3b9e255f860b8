package io.scflocal.core.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tree by the kernel's own table, proc(5). A process belongs to it if it descends from a member, is in the root's session, carries
 * the mark in its environment, or was a member before; so neither a double fork nor a session of its own hides it.
 */
final class LinuxProcessTree implements ProcessTree {
    private static final Path PROC = Path.of("/proc");

    private final ProcessHandle root;
    private final String mark;
    private final boolean ownSession;
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    LinuxProcessTree(ProcessHandle root, String runId, boolean ownSession) {
        this.root = root;
        this.mark = InstanceEnvironment.RUN_ID + "=" + runId;
        this.ownSession = ownSession;
        known.add(root);
    }

    static boolean isSupported() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    @Override
    public synchronized List<ProcessHandle> members() {
        known.removeIf(process -> !process.isAlive());
        Set<Long> ids = new HashSet<>();
        known.forEach(process -> ids.add(process.pid()));
        List<Entry> others = new ArrayList<>();
        for (Entry entry : processes()) {
            if (entry.ended()) {
                ids.remove(entry.pid());
            } else if (!ids.contains(entry.pid())) {
                others.add(entry);
            }
        }
        known.removeIf(process -> !ids.contains(process.pid()));
        while (others.removeIf(entry -> belongs(entry, ids) && join(entry, ids))) {
            // A new member may be the parent of one that has been looked at already.
        }
        return List.copyOf(known);
    }

    private boolean belongs(Entry entry, Set<Long> ids) {
        return ids.contains(entry.parent())
                || ownSession && entry.session() == root.pid()
                || entry.hasInEnvironment(mark);
    }

    private boolean join(Entry entry, Set<Long> ids) {
        ProcessHandle.of(entry.pid()).ifPresent(known::add);
        return ids.add(entry.pid());
    }

    private static List<Entry> processes() {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path directory : directories) {
                Entry.read(directory, entries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("/proc can't be read", e);
        }
        return entries;
    }

    /** One line of the table. */
    private record Entry(Path directory, long pid, char state, long parent, long session) {

        /** Adds the entry of the directory unless its process has gone meanwhile. */
        static void read(Path directory, List<Entry> entries) {
            String stat = content(directory.resolve("stat"));
            // The name stands in parentheses and may hold anything, also blanks and parentheses.
            int afterName = stat.lastIndexOf(") ");
            if (afterName > 0) {
                String[] fields = stat.substring(afterName + 2).split(" ");
                long pid = Long.parseLong(directory.getFileName().toString());
                entries.add(new Entry(
                        directory, pid, fields[0].charAt(0), Long.parseLong(fields[1]), Long.parseLong(fields[3])));
            }
        }

        boolean ended() {
            return state == 'Z' || state == 'X';
        }

        boolean hasInEnvironment(String variable) {
            return ("\0" + content(directory.resolve("environ"))).contains("\0" + variable + "\0");
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
}
