package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands and their options, and their help in the user's language. Values are read as text and judged by {@link RunOptions} and
 * {@link ExportOptions}.
 */
final class Grammar {
    static final String RUN = "run";
    static final String HELP = "--help";
    static final String VERSION = "--version";
    static final String LANG = "--lang";
    static final String PORT = "--port";
    static final String IDLE_TIMEOUT = "--idle-timeout";
    static final String TIMEOUT = "--timeout";
    static final String INIT_TIMEOUT = "--init-timeout";
    static final String MEMORY = "--memory";
    static final String CONCURRENCY = "--concurrency";
    static final String ISOLATION = "--isolation";
    static final String MAX_INSTANCES = "--max-instances";
    static final String WATCH = "--watch";
    static final String RELOAD = "--reload";
    static final String DEBUG = "--debug";
    static final String DEBUG_PORT = "--debug-port";
    static final String ENV = "--env";
    static final String INTERPRETER = "--interpreter";
    static final String TLS_PORT = "--tls-port";
    static final String ON_CUT = "--on-cut";
    static final String PINGS_COUNT = "--pings-count";
    static final String UNCLEAR_ENDS = "--unclear-ends";
    static final String LIMITS = "--limits";
    static final String PACKET_SIZE = "--packet-size";
    static final String PRICE_GB_SECOND = "--price-gb-second";
    static final String PRICE_CALLS = "--price-calls";
    static final String JSON = "--json";
    static final String FRAMES = "--frames";
    static final String EXEC = "exec";
    static final String END_OF_OPTIONS = "--";
    static final String EXPORT = "export";
    static final String CAPTURES = "captures";
    static final String CERTIFICATE = "certificate";
    static final String FORMAT = "--format";
    static final String FILTER = "--filter";
    static final String WITH_SECRETS = "--with-secrets";
    static final String OUTPUT = "--output";
    static final String CAPTURE_ROOT = "--captures";
    static final String CAPTURE_QUOTA = "--capture-quota";
    static final String CAPTURE_PAYLOAD = "--capture-payload";

    private final Messages messages;

    private Grammar(Messages messages) {
        this.messages = messages;
    }

    /** A parser for everything that may follow the program's name. */
    static CommandLine parser(Messages messages) {
        Grammar grammar = new Grammar(messages);
        CommandLine parser = new CommandLine(grammar.program()
                .addSubcommand(RUN, grammar.run())
                .addSubcommand(EXEC, grammar.exec())
                .addSubcommand(EXPORT, grammar.export())
                .addSubcommand(CAPTURES, grammar.captures())
                .addSubcommand(CaptureGrammar.IMPORT, new CaptureGrammar(grammar).importing())
                .addSubcommand(CaptureGrammar.STATS, new CaptureGrammar(grammar).stats())
                .addSubcommand(CERTIFICATE, grammar.certificate()));
        new FolderGrammar(grammar).commands().forEach(parser::addSubcommand);
        return parser.setExpandAtFiles(false);
    }

    /** The help of a command, ready to be printed. */
    static String help(CommandLine command) {
        return command.getUsageMessage(Ansi.OFF);
    }

    private CommandSpec program() {
        CommandSpec spec = command("scf-local", "cli.help.program");
        spec.usageMessage().footerHeading("%n").footer(text("cli.help.footer"));
        spec.usageMessage().commandListHeading(text("cli.help.commands") + "%n");
        return spec.addPositional(folder("0..1", "cli.help.windowFolder"))
                .addOption(value(LANG, "en|zh", "cli.help.lang"))
                .addOption(flag(HELP, "cli.help.help", "-h"))
                .addOption(flag(VERSION, "cli.help.version", "-V"));
    }

    private CommandSpec run() {
        return settings(command(RUN, "cli.help.run").addPositional(folder("1", "cli.help.folder")), "cli.help.port")
                .addOption(flag(WATCH, "cli.help.watch"))
                .addOption(value(RELOAD, "off|cut|drain", "cli.help.reload"))
                .addOption(flag(DEBUG, "cli.help.debug"))
                .addOption(value(DEBUG_PORT, "N", "cli.help.debugPort"))
                .addOption(flag(JSON, "cli.help.json"))
                .addOption(flag(FRAMES, "cli.help.frames"))
                .addOption(value(LANG, "en|zh", "cli.help.lang"))
                .addOption(flag(HELP, "cli.help.help", "-h"));
    }

    private CommandSpec exec() {
        CommandSpec spec = command(EXEC, "exec.help")
                .addPositional(folder("1", "cli.help.folder"))
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("-- <" + text("exec.help.commandLabel") + ">")
                        .type(String[].class)
                        .index("1..*")
                        .arity("1..*")
                        .required(true)
                        .description(text("exec.help.command"))
                        .build());
        spec.usageMessage().footerHeading("%n").footer(text("exec.help.footer"));
        return settings(spec, "exec.help.port")
                .addOption(value(LANG, "en|zh", "cli.help.lang"))
                .addOption(flag(HELP, "cli.help.help", "-h"));
    }

    /** What is set for the function, whatever it is started for. */
    private CommandSpec settings(CommandSpec spec, String portDescriptionKey) {
        return spec.addOption(value(PORT, "N", portDescriptionKey))
                .addOption(value(TLS_PORT, "N", "cli.help.tlsPort"))
                .addOption(value(IDLE_TIMEOUT, "S", "cli.help.idleTimeout"))
                .addOption(value(TIMEOUT, "S", "cli.help.timeout"))
                .addOption(value(INIT_TIMEOUT, "S", "cli.help.initTimeout"))
                .addOption(value(MEMORY, "MB", "cli.help.memory"))
                .addOption(value(CONCURRENCY, "N", "cli.help.concurrency"))
                .addOption(value(MAX_INSTANCES, "N", "cli.help.maxInstances"))
                .addOption(value(ISOLATION, "auto|sandbox|none", "cli.help.isolation"))
                .addOption(values(INTERPRETER, "NAME=PATH", "interpreters.help"))
                .addOption(values(ENV, "K=V", "cli.help.env"))
                .addOption(value(ON_CUT, "tcp|1001|1011", "cli.help.onCut"))
                .addOption(flag(PINGS_COUNT, "cli.help.pingsCount"))
                .addOption(value(UNCLEAR_ENDS, "failure|success", "cli.help.unclearEnds"))
                .addOption(value(LIMITS, "warn|enforce", "cli.help.limits"))
                .addOption(value(PACKET_SIZE, "KB", "cli.help.packetSize"))
                .addOption(value(PRICE_GB_SECOND, "CNY", "cli.help.priceGbSecond"))
                .addOption(value(PRICE_CALLS, "CNY", "cli.help.priceCalls"))
                .addOption(value(CAPTURE_ROOT, "DIR", "cli.help.captureRoot"))
                .addOption(value(CAPTURE_QUOTA, "SIZE", "cli.help.captureQuota"))
                .addOption(value(CAPTURE_PAYLOAD, "SIZE", "cli.help.capturePayload"));
    }

    private CommandSpec export() {
        return command(EXPORT, "cli.help.export")
                .addPositional(positional("cli.help.captureLabel", "1", "cli.help.capture"))
                .addOption(value(FORMAT, "har|jsonl|csv|pcapng|cls", "cli.help.format"))
                .addOption(value(FILTER, "EXPR", "cli.help.filter"))
                .addOption(flag(WITH_SECRETS, "cli.help.withSecrets"))
                .addOption(output("cli.help.output"))
                .addOption(value(CAPTURE_ROOT, "DIR", "cli.help.captureRoot"))
                .addOption(value(LANG, "en|zh", "cli.help.lang"))
                .addOption(flag(HELP, "cli.help.help", "-h"));
    }

    private CommandSpec certificate() {
        return command(CERTIFICATE, "certificate.help")
                .addOption(output("certificate.help.output"))
                .addOption(value(LANG, "en|zh", "cli.help.lang"))
                .addOption(flag(HELP, "cli.help.help", "-h"));
    }

    private OptionSpec output(String descriptionKey) {
        return OptionSpec.builder("-o", OUTPUT)
                .paramLabel("FILE")
                .type(String.class)
                .arity("1")
                .description(text(descriptionKey))
                .build();
    }

    private CommandSpec captures() {
        return command(CAPTURES, "cli.help.captures")
                .addOption(flag(JSON, "cli.help.capturesJson"))
                .addOption(value(CAPTURE_ROOT, "DIR", "cli.help.captureRoot"))
                .addOption(value(LANG, "en|zh", "cli.help.lang"))
                .addOption(flag(HELP, "cli.help.help", "-h"));
    }

    /** A command with one argument, the place of the captures, a language and help. */
    CommandSpec captureCommand(String name, String descriptionKey, String labelKey, String argumentKey) {
        return command(name, descriptionKey)
                .addPositional(positional(labelKey, "1", argumentKey))
                .addOption(value(CAPTURE_ROOT, "DIR", "cli.help.captureRoot"))
                .addOption(value(LANG, "en|zh", "cli.help.lang"))
                .addOption(flag(HELP, "cli.help.help", "-h"));
    }

    /** A command with a function's folder, a language and help. */
    CommandSpec folderCommand(String name, String descriptionKey) {
        return command(name, descriptionKey)
                .addPositional(folder("1", "cli.help.folder"))
                .addOption(value(LANG, "en|zh", "cli.help.lang"))
                .addOption(flag(HELP, "cli.help.help", "-h"));
    }

    private CommandSpec command(String name, String descriptionKey) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .synopsisHeading(text("cli.help.usage") + " ")
                .descriptionHeading("%n")
                .description(text(descriptionKey))
                .parameterListHeading("%n")
                .sortOptions(false)
                .width(100);
        return spec;
    }

    private PositionalParamSpec folder(String arity, String descriptionKey) {
        return positional("cli.help.folderLabel", arity, descriptionKey);
    }

    private PositionalParamSpec positional(String labelKey, String arity, String descriptionKey) {
        return PositionalParamSpec.builder()
                .paramLabel("<" + text(labelKey) + ">")
                .type(String.class)
                .index("0")
                .arity(arity)
                .required(arity.equals("1"))
                .description(text(descriptionKey))
                .build();
    }

    OptionSpec value(String name, String label, String descriptionKey) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .arity("1")
                .description(text(descriptionKey))
                .build();
    }

    /** An option that may be given several times. */
    OptionSpec values(String name, String label, String descriptionKey) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String[].class)
                .arity("1")
                .description(text(descriptionKey))
                .build();
    }

    OptionSpec flag(String name, String descriptionKey, String... shortNames) {
        OptionSpec.Builder builder =
                shortNames.length == 0 ? OptionSpec.builder(name) : OptionSpec.builder(shortNames[0], name);
        return builder.description(text(descriptionKey))
                .usageHelp(name.equals(HELP))
                .build();
    }

    String text(String key) {
        return messages.get(key);
    }
}
