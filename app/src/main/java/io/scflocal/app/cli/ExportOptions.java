package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.export.ExportFormat;
import io.scflocal.core.export.Redaction;
import io.scflocal.core.query.Expr;
import io.scflocal.core.query.Query;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What {@code scf-local export} was asked for.
 *
 * @param capture the name of the capture
 * @param format how it is written
 * @param filter which frames; all of them when empty
 * @param redaction what is kept back
 * @param file where it is written to; standard output when empty
 */
record ExportOptions(
        String capture, ExportFormat format, Optional<Expr> filter, Redaction redaction, Optional<Path> file) {
    private static final String STANDARD_OUTPUT = "-";

    /** Reads the options of a parsed {@code export} command. */
    static ExportOptions from(ParseResult parsed, Messages messages) throws UsageException {
        String format = parsed.matchedOptionValue(Grammar.FORMAT, "");
        return new ExportOptions(
                parsed.matchedPositionalValue(0, ""),
                ExportFormat.named(format)
                        .orElseThrow(() -> new UsageException(
                                messages.get(format.isEmpty() ? "cli.error.noFormat" : "cli.error.format", format))),
                filter(parsed.matchedOptionValue(Grammar.FILTER, ""), messages),
                parsed.hasMatchedOption(Grammar.WITH_SECRETS) ? Redaction.NOTHING : Redaction.SECRETS,
                file(parsed.matchedOptionValue(Grammar.OUTPUT, STANDARD_OUTPUT), messages));
    }

    /** The frames that an expression or words ask for; all of them when it is blank. */
    static Optional<Expr> filter(String text, Messages messages) throws UsageException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Query query = Query.parse(text);
        if (query instanceof Query.Expression expression) {
            return Optional.of(expression.expr());
        } else if (query instanceof Query.QuickSearch search) {
            return Optional.of(search.expr());
        }
        throw new UsageException(
                messages.get("cli.error.filter", ((Query.Error) query).error().message()));
    }

    private static Optional<Path> file(String text, Messages messages) throws UsageException {
        try {
            return text.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            throw new UsageException(messages.get("cli.error.output", text));
        }
    }
}
