package io.scflocal.core.config;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads the values of one file, each under its path. What YAML names once ({@code &name}) and takes again ({@code *name}, {@code <<}) stands at each place. */
final class ConfigValues {
    /** Names within named parts could make a short file endless. */
    private static final int MOST_VALUES = 20_000;

    private static final String MERGE = "<<";

    private final JsonParser parser;
    private final Map<String, ConfigFile.Entry> values;
    /** Where the parts with a name stand. */
    private final Map<String, String> named = new HashMap<>();

    ConfigValues(JsonParser parser, Map<String, ConfigFile.Entry> values) {
        this.parser = parser;
        this.values = values;
    }

    /** Collects what begins at the current token. */
    void collect(String path) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return;
        }
        int line = parser.currentTokenLocation().getLineNr();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            String name = parser.getString();
            String from = named.get(name);
            if (from == null) {
                // The parser does not tell the names of single values: left for the one who tells what can't be
                // resolved.
                put(path, new ConfigFile.Entry("${*" + name + "}", line));
            } else {
                takeAgain(from, path);
            }
            return;
        }
        if (parser.getObjectId() instanceof String name) {
            named.put(name, path);
        }
        if (token == JsonToken.START_OBJECT) {
            collectMembers(path);
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                collect(path + "[" + i + "]");
            }
        } else {
            String text = token == JsonToken.VALUE_NULL ? "" : parser.getString();
            put(path, new ConfigFile.Entry(text, line));
        }
    }

    private void collectMembers(String path) throws IOException {
        boolean merges = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            merges |= name.equals(MERGE);
            parser.nextToken();
            collect(path.isEmpty() ? name : path + "." + name);
        }
        if (merges) {
            merge(path);
        }
    }

    private void takeAgain(String from, String path) throws IOException {
        for (Map.Entry<String, ConfigFile.Entry> value : new LinkedHashMap<>(values).entrySet()) {
            if (isWithin(value.getKey(), from)) {
                put(path + value.getKey().substring(from.length()), value.getValue());
            }
        }
    }

    /** What is merged into an object stands behind what the object says itself. */
    private void merge(String path) throws IOException {
        String merged = path.isEmpty() ? MERGE : path + "." + MERGE;
        for (Map.Entry<String, ConfigFile.Entry> value : new LinkedHashMap<>(values).entrySet()) {
            if (isWithin(value.getKey(), merged)) {
                values.remove(value.getKey());
                String rest = value.getKey().substring(merged.length()).replaceFirst("^\\[\\d+]", "");
                String target = path.isEmpty() ? rest.replaceFirst("^\\.", "") : path + rest;
                if (!values.containsKey(target)) {
                    put(target, value.getValue());
                }
            }
        }
    }

    private static boolean isWithin(String path, String part) {
        return path.startsWith(part)
                && (path.length() == part.length()
                        || path.charAt(part.length()) == '.'
                        || path.charAt(part.length()) == '[');
    }

    private void put(String path, ConfigFile.Entry entry) throws IOException {
        if (values.size() >= MOST_VALUES) {
            throw new IOException("> " + MOST_VALUES + " values");
        }
        values.put(path, entry);
    }
}
