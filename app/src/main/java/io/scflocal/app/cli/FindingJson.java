package io.scflocal.app.cli;

import io.scflocal.app.text.CheckTexts;
import io.scflocal.app.text.Messages;
import io.scflocal.core.check.Finding;
import io.scflocal.core.check.LineChange;
import io.scflocal.core.check.Repair;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes each finding as one line of JSON in UTF-8; the fields are described in the README. */
final class FindingJson {
    private final JsonFactory factory = new JsonFactory();
    private final PrintStream out;
    private final CheckTexts texts;

    FindingJson(PrintStream out, Messages messages) {
        this.out = out;
        texts = new CheckTexts(messages);
    }

    void print(FunctionFolder folder, List<Finding> findings) throws IOException {
        Repair repair = new Repair(folder);
        for (Finding finding : findings) {
            StringWriter line = new StringWriter();
            try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
                json.writeStartObject();
                fields(json, finding);
                fix(json, finding, repair);
                json.writeEndObject();
            }
            byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
            out.write(bytes, 0, bytes.length);
        }
    }

    private void fields(JsonGenerator json, Finding finding) {
        json.writeStringProperty("id", finding.problem().id());
        json.writeStringProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        if (!finding.file().isEmpty()) {
            json.writeStringProperty("file", finding.file());
        }
        if (finding.line() > 0) {
            json.writeNumberProperty("line", finding.line());
        }
        json.writeArrayPropertyStart("arguments");
        finding.arguments().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("what", texts.what(finding));
        json.writeStringProperty("why", texts.why(finding));
        json.writeStringProperty("todo", texts.todo(finding));
    }

    private static void fix(JsonGenerator json, Finding finding, Repair repair) throws IOException {
        if (finding.fix().isEmpty()) {
            return;
        }
        json.writeStringProperty(
                "fix",
                finding.fix().get().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeArrayPropertyStart("changes");
        for (LineChange change : repair.preview(finding.fix().get()).changes()) {
            json.writeString((change.added() ? "+" : "-") + change.text());
        }
        json.writeEndArray();
    }
}
