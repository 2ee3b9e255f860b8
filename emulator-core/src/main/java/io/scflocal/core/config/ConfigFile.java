package io.scflocal.core.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * A JSON or YAML file as a flat list: every value under its path, for example {@code inputs.events[0].apigw.name}.
 *
 * @param values path to text and line
 */
record ConfigFile(Map<String, Entry> values) {
    private static final int MAX_BYTES = 1024 * 1024;

    /**
     * A value that is no object and no list.
     *
     * @param text the value as a text; empty for null
     * @param line where it stands, from 1
     */
    record Entry(String text, int line) {}

    /** @throws IOException with one sentence about what is wrong with it */
    static ConfigFile read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("> 1 MB");
        }
        String name = file.getFileName().toString();
        return parse(name.endsWith(".json") ? new JsonFactory() : new YAMLFactory(), Files.readAllBytes(file));
    }

    /** @throws IOException with one sentence about what is wrong with it */
    static ConfigFile yaml(String text) throws IOException {
        return parse(new YAMLFactory(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static ConfigFile parse(TokenStreamFactory factory, byte[] content) throws IOException {
        Map<String, Entry> values = new LinkedHashMap<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), content)) {
            parser.nextToken();
            new ConfigValues(parser, values).collect("");
            return new ConfigFile(values);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IOException((line > 0 ? line + ": " : "") + e.getOriginalMessage(), e);
        }
    }

    /** The text under a path; empty if there is none. */
    String text(String path) {
        Entry entry = values.get(path);
        return entry == null ? "" : entry.text();
    }
}
