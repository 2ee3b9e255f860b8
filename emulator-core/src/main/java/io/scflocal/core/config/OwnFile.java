package io.scflocal.core.config;

import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.function.WholeFile;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code scf-local.json} in the function's folder: what was set by hand, to be shared with others. It is written only when somebody
 * changes a setting; keys that are not known here stay in it.
 *
 * @param folder the function's folder
 */
public record OwnFile(Path folder) {
    /** Name of the file. */
    public static final String NAME = "scf-local.json";

    private static final String ENVIRONMENT = "environment";
    private static final String INTERPRETERS = "interpreters";

    void read(Collected collected) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            ConfigFile.read(file).values().forEach((path, entry) -> take(collected, path, entry));
        } catch (IOException e) {
            collected.problem(ConfigProblem.Kind.UNREADABLE, origin(0), String.valueOf(e.getMessage()));
        }
    }

    private void take(Collected collected, String path, ConfigFile.Entry entry) {
        Origin origin = origin(entry.line());
        Optional<Setting> setting = Setting.at(Origin.Source.OWN_FILE, path);
        if (setting.isPresent()) {
            collected.setting(setting.get(), path, entry.text(), origin);
        } else if (path.startsWith(ENVIRONMENT + ".")) {
            collected.variable(path.substring(ENVIRONMENT.length() + 1), entry.text(), origin);
        } else if (path.startsWith(INTERPRETERS + ".")) {
            takeInterpreter(collected, path, entry.text(), origin);
        } else {
            collected.problem(ConfigProblem.Kind.UNKNOWN_KEY, origin, path);
        }
    }

    private void takeInterpreter(Collected collected, String path, String local, Origin origin) {
        String name = path.substring(INTERPRETERS.length() + 1);
        if (!InterpreterChoices.isName(name)) {
            collected.problem(ConfigProblem.Kind.UNKNOWN_KEY, origin, path);
            return;
        }
        try {
            collected.interpreter(name, LocalPath.of(local, folder).toString(), origin);
        } catch (InvalidPathException e) {
            collected.problem(ConfigProblem.Kind.UNREADABLE, origin, String.valueOf(e.getMessage()));
        }
    }

    private static Origin origin(int line) {
        return new Origin(Origin.Source.OWN_FILE, NAME, line);
    }

    /**
     * Keeps a value, which the setting's rule allows.
     *
     * @throws IOException if the file can't be read or written; it is the old one then
     */
    public void put(Setting setting, String text) throws IOException {
        ObjectNode root = root();
        if (setting.rule() instanceof Rule.Whole) {
            root.put(setting.key(), Integer.parseInt(text));
        } else if (setting.rule() instanceof Rule.Decimal) {
            root.put(setting.key(), new BigDecimal(text));
        } else if (setting.rule() instanceof Rule.Flag) {
            root.put(setting.key(), Boolean.parseBoolean(text));
        } else {
            root.put(setting.key(), text);
        }
        write(root);
    }

    /**
     * Forgets a value, so that the other places say what holds; does nothing if there is none.
     *
     * @throws IOException as for {@link #put}
     */
    public void remove(Setting setting) throws IOException {
        ObjectNode root = root();
        if (root.remove(setting.key()) != null) {
            write(root);
        }
    }

    /**
     * Keeps exactly these variables.
     *
     * @throws IOException as for {@link #put}
     */
    public void putVariables(Map<String, String> variables) throws IOException {
        putTexts(ENVIRONMENT, variables);
    }

    /**
     * Keeps exactly these interpreters, by the names of {@link InterpreterChoices}.
     *
     * @throws IOException as for {@link #put}
     */
    public void putInterpreters(Map<String, String> programs) throws IOException {
        putTexts(INTERPRETERS, programs);
    }

    private void putTexts(String key, Map<String, String> texts) throws IOException {
        ObjectNode root = root();
        if (texts.isEmpty()) {
            root.remove(key);
        } else {
            ObjectNode object = root.putObject(key);
            texts.forEach(object::put);
        }
        write(root);
    }

    private ObjectNode root() throws IOException {
        Path file = folder.resolve(NAME);
        JsonMapper mapper = new JsonMapper();
        if (!Files.exists(file)) {
            return mapper.createObjectNode();
        }
        // Read for its faults first: they are told in one sentence, and a broken file is not overwritten.
        ConfigFile.read(file);
        JsonNode node = mapper.readTree(Files.readAllBytes(file));
        return node instanceof ObjectNode object ? object : mapper.createObjectNode();
    }

    private void write(ObjectNode root) throws IOException {
        StringWriter text = new StringWriter();
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(text, root);
        WholeFile.write(folder.resolve(NAME), text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
