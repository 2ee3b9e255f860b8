package io.scflocal.app.cli;

import io.scflocal.app.WindowLauncher;
import io.scflocal.app.WindowUnavailableException;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Messages;
import io.scflocal.core.function.FunctionFolder;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Understands the arguments of the program and does what they ask for. Used once, on the main thread. */
public final class CommandLineInterface {
    private final WindowLauncher window;
    private final Supplier<Path> sample;
    private final Terminal terminal;
    private final Headless headless;

    /** Runs a function without a window and returns the exit status. */
    @FunctionalInterface
    interface Headless {
        int run(RunOptions options, Messages messages) throws InterruptedException;
    }

    /**
     * Opens windows with {@code window} and prints to {@code terminal}.
     *
     * @param sample finds the function that runs where there is neither a window nor a folder
     */
    public CommandLineInterface(WindowLauncher window, Supplier<Path> sample, Terminal terminal) {
        this(window, sample, terminal, (options, messages) -> new RunCommand(options, terminal, messages).execute());
    }

    CommandLineInterface(WindowLauncher window, Supplier<Path> sample, Terminal terminal, Headless headless) {
        this.window = window;
        this.sample = sample;
        this.terminal = terminal;
        this.headless = headless;
    }

    /**
     * Does it and returns the exit status: 0 after a normal end, 1 when something could not be written, 2 for wrong usage, 3 when the
     * function did not start; after {@code exec}, that of the command.
     */
    public int execute(String... given) throws InterruptedException {
        String[] arguments = withoutQuestion(given);
        Messages messages = Messages.in(language(arguments));
        int status = execute(messages, arguments);
        // A stream for printing keeps to itself that it could not write.
        if (terminal.isIncomplete()) {
            terminal.err().println(messages.get("cli.error", messages.get("cli.error.standardOutput")));
            status = status == ExitStatus.OK ? ExitStatus.INTERNAL_ERROR : status;
        }
        terminal.err().flush();
        return status;
    }

    private int execute(Messages messages, String... arguments) throws InterruptedException {
        try {
            return isUsualStart(arguments)
                    ? openWindow(arguments.length == 0 ? "" : arguments[0], messages, arguments)
                    : execute(Grammar.parser(messages).parseArgs(arguments), messages, arguments);
        } catch (UsageException e) {
            return usageError(e, messages);
        } catch (ParameterException e) {
            return usageError(UsageErrors.translate(e, messages), messages);
        }
    }

    /**
     * {@code help}, {@code help COMMAND} and {@code version} as options, as other programs take them; a folder of that name comes first.
     */
    private static String[] withoutQuestion(String... given) {
        if (given.length == 0 || new File(given[0]).isDirectory()) {
            return given;
        }
        String[] options = given.clone();
        if (given[0].equals("version")) {
            options[0] = "--version";
        } else if (given[0].equals("help")) {
            System.arraycopy(given, 1, options, 0, given.length - 1);
            options[given.length - 1] = "--help";
        }
        return options;
    }

    /** Whether a menu or a file manager has called. The parser takes a tenth of a second to load, and there is nothing to parse. */
    private static boolean isUsualStart(String... arguments) {
        return arguments.length == 0 || (arguments.length == 1 && new File(arguments[0]).isAbsolute());
    }

    private int execute(ParseResult program, Messages messages, String... arguments)
            throws UsageException, InterruptedException {
        ParseResult command = program.hasSubcommand() ? program.subcommand() : program;
        if (command.isUsageHelpRequested()) {
            return print(Grammar.help(command.commandSpec().commandLine()));
        }
        if (program.hasMatchedOption(Grammar.VERSION)) {
            return print(
                    messages.get("cli.version", version(), Runtime.version().toString()) + "\n");
        }
        checkLanguage(command.matchedOptionValue(Grammar.LANG, "en"), messages);
        if (program.hasSubcommand()) {
            return subcommand(command, messages);
        }
        return openWindow(program.matchedPositionalValue(0, ""), messages, arguments);
    }

    private int subcommand(ParseResult command, Messages messages) throws UsageException, InterruptedException {
        return switch (command.commandSpec().name()) {
            case Grammar.EXPORT ->
                new ExportCommand(
                                ExportOptions.from(command, messages), captures(command, messages), terminal, messages)
                        .execute();
            case Grammar.CAPTURES ->
                new CapturesCommand(
                                command.hasMatchedOption(Grammar.JSON), captures(command, messages), terminal, messages)
                        .execute();
            case FolderGrammar.CHECK,
                    FolderGrammar.CONFIG,
                    FolderGrammar.ENV,
                    FolderGrammar.INSTALL,
                    FolderGrammar.PACK,
                    FolderGrammar.SERVERLESS -> FolderGrammar.execute(command, terminal, messages);
            case CaptureGrammar.IMPORT, CaptureGrammar.STATS -> CaptureGrammar.execute(command, terminal, messages);
            case Grammar.CERTIFICATE ->
                new CertificateCommand(command.matchedOptionValue(Grammar.OUTPUT, ""), terminal, messages).execute();
            case Grammar.EXEC -> new ExecCommand(ExecOptions.from(command, messages), terminal, messages).execute();
            default -> headless.run(RunOptions.from(command, messages), messages);
        };
    }

    private static Path captures(ParseResult command, Messages messages) throws UsageException {
        return new CaptureOption(command, messages).read().root();
    }

    /** Opens a window; where none can be, runs the function without. {@code name} is empty if no folder is given. */
    private int openWindow(String name, Messages messages, String... arguments)
            throws UsageException, InterruptedException {
        Optional<FunctionFolder> folder =
                name.isEmpty() ? Optional.empty() : Optional.of(RunOptions.existingFolder(name, messages));
        try {
            window.open(folder.map(FunctionFolder::path), messages.language());
            return ExitStatus.OK;
        } catch (WindowUnavailableException e) {
            terminal.err().println(messages.get("cli.window." + e.reason().name()));
            terminal.err().flush();
            FunctionFolder instead = folder.isPresent()
                    ? folder.get()
                    : RunOptions.existingFolder(sample.get().toString(), messages);
            ParseResult program = Grammar.parser(messages).parseArgs(arguments);
            return headless.run(RunOptions.defaults(instead, new CaptureOption(program, messages).read()), messages);
        }
    }

    private int print(String text) {
        terminal.out().print(text);
        return ExitStatus.OK;
    }

    private int usageError(UsageException problem, Messages messages) {
        terminal.err().println(messages.get("cli.error", String.valueOf(problem.getMessage())));
        return ExitStatus.USAGE;
    }

    private static String version() {
        String version = CommandLineInterface.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** The language is needed before the arguments are understood, for the errors in them. */
    private static Language language(String... arguments) {
        List<String> ours = Arrays.stream(arguments)
                .takeWhile(argument -> !argument.equals(Grammar.END_OF_OPTIONS))
                .toList();
        int option = ours.indexOf(Grammar.LANG);
        String value = option >= 0 && option + 1 < ours.size()
                ? ours.get(option + 1)
                : ours.stream()
                        .filter(argument -> argument.startsWith(Grammar.LANG + "="))
                        .map(argument -> argument.substring(Grammar.LANG.length() + 1))
                        .findFirst()
                        .orElse("");
        return switch (value) {
            case "zh" -> Language.CHINESE;
            case "en" -> Language.ENGLISH;
            default -> Language.ofSystem();
        };
    }

    private static void checkLanguage(String value, Messages messages) throws UsageException {
        if (!value.equals("en") && !value.equals("zh")) {
            throw new UsageException(messages.get("cli.error.language", value));
        }
    }
}
