package io.scflocal.core.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code package.json} that concern a start. Both are objects of plain strings, which is all that is read here.
 *
 * @param dependencies names of the packages that are needed, each with the line in which it stands
 * @param scripts npm's scripts by name
 */
record PackageJson(Map<String, Integer> dependencies, Map<String, String> scripts) {
    static final String NAME = "package.json";
    private static final int MAX_BYTES = 1024 * 1024;
    private static final String STRING = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
    private static final Pattern ENTRY = Pattern.compile("\\s*" + STRING + "\\s*:\\s*" + STRING + "\\s*,?");

    /** Reads the one of a folder; empty if there is none that can be read. */
    static Optional<PackageJson> in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isReadable(file) || Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Map<String, Integer> dependencies = new LinkedHashMap<>();
        Map<String, String> scripts = new LinkedHashMap<>();
        entries(text, "dependencies", entry -> dependencies.put(entry.group(1), Lines.numberAt(text, entry.start(1))));
        entries(text, "scripts", entry -> scripts.put(entry.group(1), entry.group(2)));
        return Optional.of(new PackageJson(dependencies, scripts));
    }

    private static void entries(String text, String name, Consumer<Matcher> each) {
        Matcher object = Pattern.compile("\"" + name + "\"\\s*:\\s*\\{").matcher(text);
        if (object.find()) {
            Matcher entry = ENTRY.matcher(text);
            entry.region(object.end(), text.length());
            while (entry.lookingAt()) {
                each.accept(entry);
                entry.region(entry.end(), text.length());
            }
        }
    }
}
