package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The commands that look after a function's folder without running it. */
final class FolderGrammar {
    static final String CHECK = "check";
    static final String PACK = "pack";
    private static final String FORCE = "--force";
    private static final String PREVIEW = "--preview";
    private static final String FIX = "--fix";

    private final Grammar grammar;

    FolderGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    CommandSpec check() {
        return grammar.folderCommand(CHECK, "cli.help.check")
                .addOption(grammar.flag(Grammar.JSON, "cli.help.checkJson"))
                .addOption(grammar.flag(PREVIEW, "cli.help.preview"))
                .addOption(grammar.flag(FIX, "cli.help.fix"));
    }

    CommandSpec pack() {
        return grammar.folderCommand(PACK, "pack.help")
                .addOption(OptionSpec.builder("-o", Grammar.OUTPUT)
                        .paramLabel("FILE")
                        .type(String.class)
                        .arity("1")
                        .description(grammar.text("pack.help.output"))
                        .build())
                .addOption(grammar.flag(FORCE, "pack.help.force"));
    }

    /** Packs as a parsed command asks for and returns the exit status. */
    static int executePack(ParseResult command, Terminal terminal, Messages messages) throws UsageException {
        FunctionFolder folder = RunOptions.existingFolder(command.matchedPositionalValue(0, ""), messages);
        String target = command.matchedOptionValue(Grammar.OUTPUT, folder.name() + ".zip");
        try {
            return new PackCommand(folder, Path.of(target), command.hasMatchedOption(FORCE), terminal, messages)
                    .execute();
        } catch (InvalidPathException e) {
            throw new UsageException(messages.get("cli.error.output", target));
        }
    }

    /** Does what a parsed command asks for and returns the exit status. */
    static int execute(ParseResult command, Terminal terminal, Messages messages) throws UsageException {
        FunctionFolder folder = RunOptions.existingFolder(command.matchedPositionalValue(0, ""), messages);
        return new CheckCommand(
                        new CheckCommand.Options(
                                folder,
                                FunctionSettings.defaults(folder.name()),
                                command.hasMatchedOption(Grammar.JSON),
                                command.hasMatchedOption(PREVIEW),
                                command.hasMatchedOption(FIX)),
                        terminal,
                        messages)
                .execute();
    }
}
