package io.scflocal.core.config;

import io.scflocal.core.config.TextChange.Kind;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code serverless.yml} says of a function and what it would have to say, so that the cloud runs the function with the settings
 * that are used here. Nothing is taken away from the file, and the lines that are not about these settings stay as they are.
 * Immutable.
 *
 * @param file the file, which may not be there yet
 * @param before its text; empty if there is none
 * @param changes every line of it, with those that change; empty if its shape is not understood
 * @param wanted what it lacks, as lines of its own; empty if it lacks nothing
 */
public record ServerlessUpdate(Path file, Optional<String> before, List<TextChange> changes, String wanted) {
    private static final String NAME = "serverless.yml";
    private static final String HEAD =
            "# Serverless Framework, component scf: https://github.com/serverless-components/tencent-scf\n";

    public ServerlessUpdate {
        changes = List.copyOf(changes);
    }

    /**
     * Compares the file with the settings; touches the disk.
     *
     * @param host the environment of the emulator, to which {@code ${env:…}} may refer
     * @throws IOException if there is a file and it can't be read as YAML in UTF-8; the message says what is wrong with it
     */
    public static ServerlessUpdate of(FunctionFolder folder, ResolvedSettings settings, Map<String, String> host)
            throws IOException {
        Optional<Path> existing = new ServerlessFile(folder.path(), host, new Collected()).find();
        if (existing.isEmpty()) {
            return fresh(folder.path().resolve(NAME), settings);
        }
        byte[] bytes = Files.readAllBytes(existing.get());
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            throw new IOException(existing.get().getFileName() + ": UTF-8?");
        }
        return update(existing.get(), text, new ServerlessWishes(settings, host));
    }

    private static ServerlessUpdate fresh(Path file, ResolvedSettings settings) {
        YamlLines lines = filled("", new ServerlessWishes(settings, Map.of()).forNewFile());
        List<TextChange> changes = new ArrayList<>(lines.changes());
        changes.add(0, new TextChange(Kind.ADDED, HEAD));
        return new ServerlessUpdate(file, Optional.empty(), changes, lines.text());
    }

    private static ServerlessUpdate update(Path file, String text, ServerlessWishes wishes) throws IOException {
        ConfigFile before = ConfigFile.yaml(text);
        Map<List<String>, String> wanted = wishes.forFile(before);
        YamlLines lines = filled(text, wanted);
        boolean understood = saysWhatItShould(lines.text(), before, wanted);
        return new ServerlessUpdate(
                file,
                Optional.of(text),
                understood ? lines.changes() : List.of(),
                filled("", wanted).text());
    }

    private static YamlLines filled(String text, Map<List<String>, String> wanted) {
        YamlLines lines = new YamlLines(text);
        wanted.forEach((path, value) -> {
            if (ServerlessWishes.isVariable(path)) {
                lines.setText(path, value);
            } else {
                lines.set(path, value);
            }
        });
        return lines;
    }

    /** The parser has the last word: the wanted values and nothing else must have changed. */
    private static boolean saysWhatItShould(String text, ConfigFile before, Map<List<String>, String> wanted) {
        Map<String, String> expected = texts(before);
        wanted.forEach((path, value) -> {
            // A key without a value becomes one with keys of its own.
            for (int i = 1; i < path.size(); i++) {
                expected.remove(String.join(".", path.subList(0, i)), "");
            }
            expected.put(String.join(".", path), value);
        });
        try {
            return texts(ConfigFile.yaml(text)).equals(expected);
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, String> texts(ConfigFile file) {
        return file.values().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .text()));
    }

    /** Whether the file says all that it should. */
    public boolean isUpToDate() {
        return wanted.isEmpty();
    }

    /** Whether {@link #write()} can make the file say what it should. */
    public boolean isUnderstood() {
        return isUpToDate() || !changes.isEmpty();
    }

    /**
     * Writes the file, at once or not at all.
     *
     * @return false if it is not understood, or if it is no longer the one that was read; nothing was written then
     * @throws IOException if it can't be written
     */
    public boolean write() throws IOException {
        Optional<String> now = Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        if (!now.equals(before) || changes.isEmpty()) {
            return false;
        }
        WholeFile.write(file, TextChange.after(changes).getBytes(StandardCharsets.UTF_8));
        return true;
    }
}
