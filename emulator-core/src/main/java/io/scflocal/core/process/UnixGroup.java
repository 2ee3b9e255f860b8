package io.scflocal.core.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * A process group, seen by ps(1) and ended by kill(1), with options that Linux and macOS have in common.
 *
 * @param id its number, the id of the process that heads it
 */
record UnixGroup(long id) implements ProcessGroup {
    private static final Logger LOG = System.getLogger(UnixGroup.class.getName());

    @Override
    public List<Long> members() {
        try {
            Process ps = new ProcessBuilder("ps", "-A", "-o", "pid=", "-o", "pgid=", "-o", "state=")
                    .redirectError(Redirect.DISCARD)
                    .start();
            try (var lines = ps.inputReader()) {
                return lines.lines()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields[1].equals(Long.toString(id)) && !fields[2].startsWith("Z"))
                        .map(fields -> Long.valueOf(fields[0]))
                        .toList();
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "The processes of group " + id + " can't be listed", e);
            return List.of();
        }
    }

    @Override
    public void kill() {
        try {
            // To /bin/kill, not the shell's, which takes the group's number for an option.
            new ProcessBuilder("/bin/kill", "-s", "KILL", "--", "-" + id)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Group " + id + " can't be ended at once", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
