package io.scflocal.app.cli;

import io.scflocal.core.capture.CaptureReader;
import io.scflocal.core.invocation.InvocationEnd;
import io.scflocal.core.platform.BillingEstimate;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes each event as one line of JSON in UTF-8; the fields are described in docs/commands.md. */
final class JsonEvents implements EventWriter {
    private final JsonFactory factory = new JsonFactory();
    private final PrintStream out;
    private final CaptureReader capture;
    private final Function<InvocationEnd, BillingEstimate> estimates;

    JsonEvents(PrintStream out, CaptureReader capture, Function<InvocationEnd, BillingEstimate> estimates) {
        this.out = out;
        this.capture = capture;
        this.estimates = estimates;
    }

    @Override
    public void write(Event event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            event.accept(new JsonFields(json, capture, estimates));
            json.writeEndObject();
        }
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }
}
