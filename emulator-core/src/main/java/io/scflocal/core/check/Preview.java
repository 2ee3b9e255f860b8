package io.scflocal.core.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a fix would change.
 *
 * @param file the file, as in {@link Finding#file()}
 * @param changes the lines that change, those that go away before those that come; empty if only permissions change, or nothing
 */
public record Preview(String file, List<LineChange> changes) {

    public Preview {
        changes = List.copyOf(changes);
    }

    static Preview of(String file, byte[] before, byte[] after) {
        List<String> old = lines(before);
        List<String> fresh = lines(after);
        int from = 0;
        while (from < Math.min(old.size(), fresh.size()) && old.get(from).equals(fresh.get(from))) {
            from++;
        }
        int same = 0;
        while (same < Math.min(old.size(), fresh.size()) - from
                && old.get(old.size() - 1 - same).equals(fresh.get(fresh.size() - 1 - same))) {
            same++;
        }
        List<LineChange> changes = new ArrayList<>();
        add(changes, old.subList(from, old.size() - same), false);
        add(changes, fresh.subList(from, fresh.size() - same), true);
        return new Preview(file, changes);
    }

    private static void add(List<LineChange> changes, List<String> lines, boolean added) {
        lines.forEach(line -> changes.add(new LineChange(added, line)));
    }

    /** With its line feed, which may be missing at the end of the file. */
    private static List<String> lines(byte[] content) {
        return Arrays.asList(new String(content, StandardCharsets.UTF_8).split("(?<=\n)"));
    }
}
