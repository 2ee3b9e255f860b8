package io.scflocal.app.cli;

import io.scflocal.app.text.ConfigTexts;
import io.scflocal.app.text.Messages;
import io.scflocal.core.config.ConfigProblem;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import io.scflocal.core.config.Value;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** {@code scf-local config}: every setting with its value and where it comes from. */
record ConfigCommand(ResolvedSettings settings, Terminal terminal, Messages messages) {

    /** Prints the table and returns the exit status. */
    int print() {
        Ink ink = new Ink(terminal.colour());
        ConfigTexts texts = new ConfigTexts(messages);
        Table table = new Table();
        for (Setting setting : Setting.values()) {
            Value value = settings.value(setting);
            if (!value.text().isEmpty()) {
                table.add(setting.key(), value.text(), texts.origin(value.origin()));
            }
        }
        settings.interpreters().forEach((path, value) -> table.add(path, value.text(), texts.origin(value.origin())));
        table.print(terminal.out());
        terminal.out()
                .println(messages.get("config.variables", settings.variables().size()));
        settings.problems().forEach(problem -> terminal.out().println(ink.doubtful(texts.problem(problem))));
        return ExitStatus.OK;
    }

    /** Prints one JSON object a setting, a chosen interpreter and a problem. */
    int printJson() {
        for (Setting setting : Setting.values()) {
            value("setting", setting.key(), settings.value(setting));
        }
        settings.interpreters().forEach((path, value) -> value("interpreter", path, value));
        settings.problems().forEach(this::problem);
        return ExitStatus.OK;
    }

    private void value(String kind, String name, Value value) {
        JsonLine.print(terminal.out(), json -> {
            json.writeStringProperty(kind, name);
            json.writeStringProperty("value", value.text());
            origin(json, value.origin());
        });
    }

    private void problem(ConfigProblem problem) {
        JsonLine.print(terminal.out(), json -> {
            json.writeStringProperty("problem", id(problem.kind()));
            json.writeArrayPropertyStart("arguments");
            problem.arguments().forEach(json::writeString);
            json.writeEndArray();
            origin(json, problem.origin());
            json.writeStringProperty("text", new ConfigTexts(messages).problem(problem));
        });
    }

    static void origin(JsonGenerator json, Origin origin) {
        json.writeStringProperty("source", id(origin.source()));
        if (!origin.file().isEmpty()) {
            json.writeStringProperty("file", origin.file());
            json.writeNumberProperty("line", origin.line());
        }
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
