package io.scflocal.app.cli;

import io.scflocal.app.text.CheckTexts;
import io.scflocal.app.text.Messages;
import io.scflocal.core.check.Finding;
import io.scflocal.core.check.Fix;
import io.scflocal.core.check.LineChange;
import io.scflocal.core.check.Repair;
import io.scflocal.core.function.FunctionFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes each finding as one line of JSON in UTF-8; the fields are described in docs/commands.md. */
final class FindingJson {
    private final PrintStream out;
    private final CheckTexts texts;

    FindingJson(PrintStream out, Messages messages) {
        this.out = out;
        texts = new CheckTexts(messages);
    }

    void print(FunctionFolder folder, List<Finding> findings) throws IOException {
        Repair repair = new Repair(folder);
        for (Finding finding : findings) {
            // What a fix changes is read before the line is begun, since reading may fail.
            List<LineChange> changes = finding.fix().isPresent()
                    ? repair.preview(finding.fix().get()).changes()
                    : List.of();
            JsonLine.print(out, json -> {
                fields(json, finding);
                finding.fix().ifPresent(fix -> fix(json, fix, changes));
            });
        }
    }

    private void fields(JsonGenerator json, Finding finding) {
        json.writeStringProperty("id", finding.kind().id());
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

    private static void fix(JsonGenerator json, Fix fix, List<LineChange> changes) {
        json.writeStringProperty(
                "fix", fix.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeArrayPropertyStart("changes");
        changes.forEach(change -> json.writeString((change.added() ? "+" : "-") + change.text()));
        json.writeEndArray();
    }
}
