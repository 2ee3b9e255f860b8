package io.scflocal.app.cli;

import io.scflocal.app.text.EnvironmentTexts;
import io.scflocal.app.text.Messages;
import io.scflocal.core.config.EnvironmentRow;
import java.util.List;
import java.util.Locale;

/** {@code scf-local env}: every variable that the function's process gets, and where it comes from; secrets masked. */
record EnvironmentCommand(List<EnvironmentRow> rows, Terminal terminal, Messages messages) {

    /** Prints the table and returns the exit status. */
    int print() {
        EnvironmentTexts texts = new EnvironmentTexts(messages);
        Table table = new Table();
        rows.forEach(row -> table.add(row.name(), texts.value(row), texts.origin(row)));
        table.print(terminal.out());
        terminal.out().println(texts.precedence());
        terminal.out().println(texts.notes());
        return ExitStatus.OK;
    }

    /** Prints one JSON object a variable. */
    int printJson() {
        rows.forEach(row -> JsonLine.print(terminal.out(), json -> {
            json.writeStringProperty("name", row.name());
            json.writeStringProperty("value", row.shownValue());
            json.writeBooleanProperty("secret", row.isSecret());
            json.writeStringProperty("from", row.giver().name().toLowerCase(Locale.ROOT));
            row.origin().ifPresent(origin -> ConfigCommand.origin(json, origin));
            json.writeArrayPropertyStart("hides");
            row.hides().forEach(origin -> json.writeString(origin.place()));
            row.replaced().ifPresent(giver -> json.writeString(giver.name().toLowerCase(Locale.ROOT)));
            json.writeEndArray();
        }));
        return ExitStatus.OK;
    }
}
