package io.scflocal.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON from a stream, one value at a time. For one thread. */
final class JsonInput implements AutoCloseable {
    /** The longest string that is read, in characters: more than the base64 of the longest payload that a capture keeps. */
    private static final int LONGEST_STRING = 65 << 20;

    private final JsonParser parser;

    /** What is done with JSON. */
    interface Reading {
        void read() throws IOException;
    }

    /**
     * Begins to read.
     *
     * @throws IOException if {@code in} can't be read or its encoding is none of JSON
     */
    JsonInput(InputStream in) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_STRING)
                        .build())
                .build();
        try {
            parser = factory.createParser(ObjectReadContext.empty(), in);
        } catch (JacksonException e) {
            throw new ImportException(1, ImportFault.SYNTAX, List.of(), e);
        }
    }

    /** Does something, and says where the reason lies when it fails. */
    void attempt(Reading reading) throws IOException {
        try {
            reading.read();
        } catch (FaultyInput e) {
            throw e.at(line());
        } catch (JacksonException e) {
            throw new ImportException(line(), ImportFault.SYNTAX, List.of(), e);
        } catch (IllegalArgumentException e) {
            // What the decoders of digits and base64 throw.
            throw new ImportException(line(), ImportFault.ENCODING, List.of(), e);
        }
    }

    private int line() {
        return parser.currentLocation().getLineNr();
    }

    /** Moves to the next document; false when there is none. */
    boolean nextDocument() {
        return parser.nextToken() != null;
    }

    /** Whether an object or an array begins here. */
    boolean begins(JsonToken token) {
        return parser.currentToken() == token;
    }

    /** In an object: moves to its next value and gives its name; null at its end. */
    @Nullable
    String nextName() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** In an array: moves to its next value; false at its end. */
    boolean nextElement() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** Leaves out the value that begins here. */
    void skip() {
        parser.skipChildren();
    }

    /** The object that begins here, without the fields named; nothing when it is another kind of value. */
    Fields object(Set<String> skipped) {
        if (!begins(JsonToken.START_OBJECT)) {
            skip();
            return new Fields(Map.of());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name = nextName(); name != null; name = nextName()) {
            if (skipped.contains(name)) {
                skip();
            } else {
                put(values, name, Set.of());
            }
        }
        return new Fields(values);
    }

    /** Puts the value that begins here under its name; of an object without the fields named. */
    void put(Map<String, Object> values, String name, Set<String> skipped) {
        switch (parser.currentToken()) {
            case START_OBJECT -> values.put(name, object(skipped));
            case START_ARRAY -> values.put(name, objects());
            case VALUE_STRING -> values.put(name, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> values.put(name, parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> values.put(name, parser.getBooleanValue());
            default -> skip();
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    /** The objects of an array; everywhere an array occurs that matters, there is nothing else in it. */
    private List<Fields> objects() {
        List<Fields> objects = new ArrayList<>();
        while (nextElement()) {
            objects.add(object(Set.of()));
        }
        return objects;
    }
}
