package io.scflocal.app.cli;

import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.text.Messages;
import io.scflocal.core.InstanceOptions;
import io.scflocal.core.config.EnvironmentTable;
import io.scflocal.core.config.FolderConfig;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.launch.SandboxProbe;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The commands that look after a function's folder without running it. */
final class FolderGrammar {
    static final String CHECK = "check";
    static final String PACK = "pack";
    static final String SERVERLESS = "serverless";
    private static final String WRITE = "--write";
    private static final String FORCE = "--force";
    static final String CONFIG = "config";
    static final String ENV = "env";
    static final String INSTALL = "install";
    private static final String PREVIEW = "--preview";
    private static final String FIX = "--fix";

    private final Grammar grammar;

    FolderGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The commands by name. */
    Map<String, CommandSpec> commands() {
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        commands.put(
                CHECK,
                command(CHECK, "cli.help.check", "cli.help.checkJson")
                        .addOption(grammar.flag(PREVIEW, "cli.help.preview"))
                        .addOption(grammar.flag(FIX, "cli.help.fix")));
        commands.put(CONFIG, command(CONFIG, "cli.help.config", "cli.help.configJson"));
        commands.put(ENV, command(ENV, "cli.help.envCommand", "cli.help.envJson"));
        commands.put(
                INSTALL,
                grammar.folderCommand(INSTALL, "cli.help.install")
                        .addOption(grammar.values(Grammar.INTERPRETER, "NAME=PATH", "interpreters.help")));
        commands.put(PACK, pack());
        commands.put(
                SERVERLESS,
                grammar.folderCommand(SERVERLESS, "serverless.help")
                        .addOption(grammar.flag(WRITE, "serverless.help.write")));
        return commands;
    }

    private CommandSpec command(String name, String helpKey, String jsonKey) {
        return grammar.folderCommand(name, helpKey).addOption(grammar.flag(Grammar.JSON, jsonKey));
    }

    private CommandSpec pack() {
        return grammar.folderCommand(PACK, "pack.help")
                .addOption(OptionSpec.builder("-o", Grammar.OUTPUT)
                        .paramLabel("FILE")
                        .type(String.class)
                        .arity("1")
                        .description(grammar.text("pack.help.output"))
                        .build())
                .addOption(grammar.flag(FORCE, "pack.help.force"));
    }

    /** Does what a parsed command asks for and returns the exit status. */
    static int execute(ParseResult command, Terminal terminal, Messages messages)
            throws UsageException, InterruptedException {
        FunctionFolder folder = RunOptions.existingFolder(command.matchedPositionalValue(0, ""), messages);
        ResolvedSettings settings = FolderConfig.read(folder, System.getenv());
        String name = command.commandSpec().name();
        if (name.equals(INSTALL)) {
            InterpreterChoices interpreters =
                    InterpreterOption.over(settings, command, messages).interpreterChoices();
            return new InstallCommand(folder, interpreters, terminal, messages).execute();
        }
        if (name.equals(SERVERLESS)) {
            return new ServerlessCommand(folder, settings, command.hasMatchedOption(WRITE), terminal, messages)
                    .execute();
        }
        if (name.equals(PACK)) {
            return pack(command, folder, settings, terminal, messages);
        }
        boolean json = command.hasMatchedOption(Grammar.JSON);
        return switch (name) {
            case CONFIG -> {
                ConfigCommand config = new ConfigCommand(settings, terminal, messages);
                yield json ? config.printJson() : config.print();
            }
            case ENV -> {
                EnvironmentCommand environment =
                        new EnvironmentCommand(environment(folder, settings).rows(), terminal, messages);
                yield json ? environment.printJson() : environment.print();
            }
            default -> check(command, folder, settings, terminal, messages);
        };
    }

    /** As the function would get it here and now. */
    private static EnvironmentTable environment(FunctionFolder folder, ResolvedSettings settings)
            throws InterruptedException {
        boolean plain = InstanceOptions.from(settings).isolation() == Isolation.NONE
                || SandboxProbe.look(UserDirectories.ofSystem().household()).isPresent();
        return plain
                ? EnvironmentTable.plain(folder, settings, System.getenv())
                : EnvironmentTable.sandboxed(folder, settings);
    }

    private static int pack(
            ParseResult command, FunctionFolder folder, ResolvedSettings settings, Terminal terminal, Messages messages)
            throws UsageException {
        String target = command.matchedOptionValue(Grammar.OUTPUT, folder.name() + ".zip");
        try {
            PackCommand.Options options = new PackCommand.Options(
                    folder, settings.functionSettings(), Path.of(target), command.hasMatchedOption(FORCE));
            return new PackCommand(options, terminal, messages).execute();
        } catch (InvalidPathException e) {
            throw new UsageException(messages.get("cli.error.output", target));
        }
    }

    private static int check(
            ParseResult command,
            FunctionFolder folder,
            ResolvedSettings settings,
            Terminal terminal,
            Messages messages) {
        return new CheckCommand(
                        new CheckCommand.Options(
                                folder,
                                settings.functionSettings(),
                                command.hasMatchedOption(Grammar.JSON),
                                command.hasMatchedOption(PREVIEW),
                                command.hasMatchedOption(FIX)),
                        terminal,
                        messages)
                .execute();
    }
}
