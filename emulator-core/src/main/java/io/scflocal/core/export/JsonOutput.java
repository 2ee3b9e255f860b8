package io.scflocal.core.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON in UTF-8 piece by piece. For one thread. */
final class JsonOutput {
    private final JsonFactory factory = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();
    private final Writer writer;

    /** What is written into a document. */
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    JsonOutput(OutputStream out) {
        // A writer and not Jackson's own encoder, which would have to cut long strings between surrogates.
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /** A document on a line of its own. */
    void document(Content content) throws IOException {
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), writer)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
        writer.write('\n');
    }

    void flush() throws IOException {
        writer.flush();
    }

    static void text(JsonGenerator json, String name, Payload payload) {
        json.writeName(name);
        json.writeString(payload.text(), -1);
    }

    static void base64(JsonGenerator json, String name, Payload payload) {
        json.writeName(name);
        json.writeBinary(payload.stream(), -1);
    }
}
