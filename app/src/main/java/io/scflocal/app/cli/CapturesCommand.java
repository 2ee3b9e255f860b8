package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.Captures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** {@code scf-local captures}: lists the captures, the newest one last. */
final class CapturesCommand {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final boolean json;
    private final Path captures;
    private final Terminal terminal;
    private final Messages messages;

    /** Lists the captures under {@code captures}, as JSON or for people. */
    CapturesCommand(boolean json, Path captures, Terminal terminal, Messages messages) {
        this.json = json;
        this.captures = captures;
        this.terminal = terminal;
        this.messages = messages;
    }

    /** Lists them and returns the exit status. */
    int execute() {
        try {
            List<Captures.Entry> all = new Captures(captures).list();
            if (all.isEmpty()) {
                terminal.err().println(messages.get("cli.error.noCaptures", captures.toString()));
            }
            for (Captures.Entry entry : all) {
                print(entry);
            }
            return ExitStatus.OK;
        } catch (IOException e) {
            terminal.err().println(messages.get("cli.error", messages.get("cli.error.captureUnreadable", e)));
            return ExitStatus.INTERNAL_ERROR;
        }
    }

    private void print(Captures.Entry entry) {
        if (json) {
            JsonLine.print(terminal.out(), json -> fields(json, entry));
        } else {
            terminal.out().println(line(entry));
        }
    }

    private String line(Captures.Entry entry) {
        return messages.get(
                "cli.captures.line",
                entry.id(),
                TIME.format(started(entry).atZone(ZoneId.systemDefault())),
                entry.frames(),
                entry.bytes() / 1e6,
                entry.header().folder());
    }

    private static void fields(JsonGenerator json, Captures.Entry entry) {
        json.writeStringProperty("id", entry.id());
        json.writeStringProperty("folder", entry.header().folder());
        json.writeStringProperty("time", started(entry).toString());
        json.writeNumberProperty("frames", entry.frames());
        json.writeNumberProperty("bytes", entry.bytes());
        json.writeStringProperty("directory", entry.directory().toString());
    }

    private static Instant started(Captures.Entry entry) {
        return Instant.EPOCH.plusNanos(entry.header().startedEpochNanos());
    }
}
