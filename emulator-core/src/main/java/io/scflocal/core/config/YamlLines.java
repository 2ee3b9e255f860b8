package io.scflocal.core.config;

import io.scflocal.core.config.TextChange.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A YAML file of nested mappings, edited line by line, so that comments, order and everything else stay as they are. It knows the
 * block style with one key a line; whoever edits asks the parser afterwards whether the file says what it should. Not thread-safe.
 */
final class YamlLines {
    private static final int STEP = 2;
    private static final Pattern KEY =
            Pattern.compile("( *)(?:\"([^\"]+)\"|'([^']+)'|([\\w.${}-]+))\\s*:(?:\\s+(.*?))?\\s*");
    private static final Pattern SCALAR = Pattern.compile(
            "(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^\\s#\"'\\[{|>&*!](?:[^#]|(?<!\\s)#)*?)?(\\s+#.*|\\s*)");
    private static final String PLAIN = "[A-Za-z_/.$][\\w./@:+${}-]*|\\d+";
    private static final String NOT_A_TEXT = "(?i)true|false|null|yes|no|on|off|[yn]|\\d.*";

    private final List<TextChange> lines = new ArrayList<>();
    private final String lineEnd;

    /** A key with its place; {@code order} is twice its indentation, and odd for what stands in a list. */
    private record Key(int index, int order, List<String> path, String value) {}

    YamlLines(String text) {
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        if (!text.isEmpty()) {
            Arrays.stream(text.split("(?<=\n)")).forEach(line -> lines.add(new TextChange(Kind.SAME, line)));
        }
    }

    /** The text with its changes. */
    String text() {
        return TextChange.after(lines);
    }

    /** Every line, those that go away before those that come in their place. */
    List<TextChange> changes() {
        return List.copyOf(lines);
    }

    /** Gives a key a value, which may be a number or a truth value; does nothing where the lines are not understood. */
    void set(List<String> path, String value) {
        write(path, value.matches(PLAIN) ? value : quoted(value));
    }

    /** Gives a key a value that is a text even where it looks like a number; does nothing where the lines are not understood. */
    void setText(List<String> path, String value) {
        write(path, value.matches(PLAIN) && !value.matches(NOT_A_TEXT) ? value : quoted(value));
    }

    private void write(List<String> path, String scalar) {
        List<Key> keys = keys();
        OptionalInt existing = index(keys, path);
        if (existing.isPresent()) {
            replace(keys.get(existing.getAsInt()), scalar);
            return;
        }
        int known = path.size() - 1;
        while (known > 0 && index(keys, path.subList(0, known)).isEmpty()) {
            known--;
        }
        if (known == 0) {
            insert(end(-1, -1), nested(path, 0, scalar));
            return;
        }
        Key parent = keys.get(index(keys, path.subList(0, known)).getAsInt());
        if (parent.value().isEmpty() || parent.value().startsWith("#")) {
            int indent = childIndent(keys, parent);
            insert(end(parent.index(), parent.order() / 2), nested(path.subList(known, path.size()), indent, scalar));
        }
    }

    private static OptionalInt index(List<Key> keys, List<String> path) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).path().equals(path)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private int childIndent(List<Key> keys, Key parent) {
        return keys.stream()
                .filter(key -> key.path().size() == parent.path().size() + 1
                        && key.path().subList(0, parent.path().size()).equals(parent.path()))
                .map(key -> key.order() / 2)
                .findFirst()
                .orElse(parent.order() / 2 + STEP);
    }

    private String[] nested(List<String> path, int indent, String scalar) {
        String[] nested = new String[path.size()];
        for (int i = 0; i < nested.length; i++) {
            String written = i == nested.length - 1 ? " " + scalar : "";
            nested[i] = " ".repeat(indent + i * STEP) + (path.get(i).matches(PLAIN) ? path.get(i) : quoted(path.get(i)))
                    + ":" + written;
        }
        return nested;
    }

    private void insert(int at, String... added) {
        if (at > 0 && !lines.get(at - 1).text().endsWith("\n")) {
            TextChange last = lines.get(at - 1);
            lines.set(at - 1, new TextChange(last.kind(), last.text() + lineEnd));
        }
        for (int i = 0; i < added.length; i++) {
            lines.add(at + i, new TextChange(Kind.ADDED, added[i] + lineEnd));
        }
    }

    private void replace(Key key, String scalar) {
        String line = lines.get(key.index()).text();
        int start = line.indexOf(':', line.indexOf(key.path().get(key.path().size() - 1))) + 1;
        String rest = line.substring(start).stripTrailing();
        int blanks = rest.length() - rest.stripLeading().length();
        Matcher old = SCALAR.matcher(rest.substring(blanks));
        if (!old.matches()) {
            return;
        }
        String ending = line.substring(line.stripTrailing().length());
        String fresh = line.substring(0, start)
                + (blanks == 0 ? " " : rest.substring(0, blanks))
                + scalar
                + old.group(2)
                + ending;
        if (lines.get(key.index()).kind() == Kind.SAME) {
            lines.set(key.index(), new TextChange(Kind.REMOVED, line));
            lines.add(key.index() + 1, new TextChange(Kind.ADDED, fresh));
        } else {
            lines.set(key.index(), new TextChange(Kind.ADDED, fresh));
        }
    }

    /** Behind the last line of content of a block; comments and empty lines below it belong to what follows. */
    private int end(int start, int indent) {
        int end = start + 1;
        for (int i = start + 1; i < lines.size(); i++) {
            String line = content(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            boolean inside = indent(line) > indent
                    || indent(line) == indent && line.stripLeading().startsWith("- ");
            if (!inside) {
                return end;
            }
            end = i + 1;
        }
        return end;
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        List<Key> open = new ArrayList<>();
        int scalarIndent = Integer.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            String line = content(i);
            if (line.isBlank() || line.stripLeading().startsWith("#") || indent(line) > scalarIndent) {
                continue;
            }
            scalarIndent = Integer.MAX_VALUE;
            boolean item = line.stripLeading().startsWith("-");
            Matcher matcher = KEY.matcher(line);
            int order = 2 * indent(line) + (item ? 1 : 0);
            open.removeIf(key -> key.order() >= order);
            if (!item && !matcher.matches()) {
                continue;
            }
            List<String> path = new ArrayList<>(
                    open.isEmpty() ? List.of() : open.get(open.size() - 1).path());
            path.add(item ? "[]" : name(matcher));
            String value = item || matcher.group(5) == null ? "" : matcher.group(5);
            Key key = new Key(i, order, List.copyOf(path), value);
            open.add(key);
            if (!item) {
                keys.add(key);
            }
            scalarIndent = value.matches("[|>].*") ? indent(line) : Integer.MAX_VALUE;
        }
        return keys;
    }

    private static String name(Matcher key) {
        return key.group(2) != null ? key.group(2) : key.group(3) != null ? key.group(3) : key.group(4);
    }

    /** A line as it stands after the changes: nothing if it goes away. */
    private String content(int index) {
        TextChange line = lines.get(index);
        return line.kind() == Kind.REMOVED
                ? ""
                : line.text().replaceFirst("^\ufeff", "").stripTrailing();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String quoted(String value) {
        boolean plainQuotes = value.chars().allMatch(c -> c >= ' ' && c != '\'');
        return plainQuotes ? "'" + value + "'" : doubleQuoted(value);
    }

    private static String doubleQuoted(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
