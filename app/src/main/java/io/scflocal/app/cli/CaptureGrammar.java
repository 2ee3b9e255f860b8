package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.export.ImportFormat;
import io.scflocal.core.query.Operand;
import io.scflocal.core.query.ValueCounter;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The commands that make captures of files and count what is in them. */
final class CaptureGrammar {
    static final String IMPORT = "import";
    static final String STATS = "stats";
    private static final String PATH = "--path";

    private final Grammar grammar;

    CaptureGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    CommandSpec importing() {
        return grammar.captureCommand(IMPORT, "capture.help.import", "capture.help.fileLabel", "capture.help.file")
                .addOption(grammar.value(Grammar.FORMAT, "jsonl|har", "capture.help.importFormat"));
    }

    CommandSpec stats() {
        return grammar.captureCommand(STATS, "capture.help.stats", "cli.help.captureLabel", "cli.help.capture")
                .addOption(grammar.value(Grammar.FILTER, "EXPR", "cli.help.filter"))
                .addOption(grammar.value(PATH, "a.b", "capture.help.path"))
                .addOption(grammar.flag(Grammar.JSON, "capture.help.statsJson"));
    }

    /** Does what a parsed command asks for and returns the exit status. */
    static int execute(ParseResult command, Terminal terminal, Messages messages)
            throws UsageException, InterruptedException {
        CaptureOptions captures = new CaptureOption(command, messages).read();
        String name = command.matchedPositionalValue(0, "");
        if (command.commandSpec().name().equals(IMPORT)) {
            return new ImportCommand(file(name, messages), format(command, messages), terminal, messages)
                    .execute(captures.root());
        }
        return new StatsCommand(
                        new StatsCommand.Options(
                                name,
                                ExportOptions.filter(command.matchedOptionValue(Grammar.FILTER, ""), messages),
                                path(command.matchedOptionValue(PATH, ""), messages),
                                command.hasMatchedOption(Grammar.JSON)),
                        terminal,
                        messages)
                .execute(captures.root());
    }

    private static Path file(String name, Messages messages) throws UsageException {
        File file = new File(name);
        if (!file.isFile()) {
            throw new UsageException(messages.get("capture.error.noFile", name));
        }
        return file.toPath();
    }

    private static Optional<ImportFormat> format(ParseResult command, Messages messages) throws UsageException {
        String name = command.matchedOptionValue(Grammar.FORMAT, "");
        Optional<ImportFormat> format = ImportFormat.named(name);
        if (format.isEmpty() && !name.isEmpty()) {
            throw new UsageException(messages.get("capture.error.importFormat", name));
        }
        return format;
    }

    private static Optional<Operand> path(String text, Messages messages) throws UsageException {
        Optional<Operand> path = text.isBlank() ? Optional.empty() : ValueCounter.jsonPath(text);
        if (path.isEmpty() && !text.isBlank()) {
            throw new UsageException(messages.get("capture.error.path", text));
        }
        return path;
    }
}
