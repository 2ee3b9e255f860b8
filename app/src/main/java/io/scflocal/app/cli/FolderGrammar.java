package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The commands that look after a function's folder without running it. */
final class FolderGrammar {
    static final String CHECK = "check";
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
