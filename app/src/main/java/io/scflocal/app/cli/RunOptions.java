package io.scflocal.app.cli;

import io.scflocal.app.settings.UserDirectories;
import io.scflocal.app.text.Messages;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.InstanceOptions;
import io.scflocal.core.TlsOptions;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.config.FolderConfig;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Rule;
import io.scflocal.core.config.Setting;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.instance.Isolation;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Timeouts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ParseResult;

/**
 * What {@code scf-local run} was asked for, checked against the platform's limits.
 *
 * @param folder the function's folder, which exists
 * @param resolved what holds for the function, the command line included
 * @param tls how the gateway is reached by {@code wss://}; not at all when empty
 * @param instances how instances are kept apart and how many there may be
 * @param choices what the platform's documents leave open
 * @param captures where the capture is kept, and how much of it
 * @param json whether events are written as JSON
 * @param frames whether frames are written too
 */
record RunOptions(
        FunctionFolder folder,
        ResolvedSettings resolved,
        Optional<TlsOptions> tls,
        InstanceOptions instances,
        PlatformChoices choices,
        CaptureOptions captures,
        boolean json,
        boolean frames) {

    private static final int BYTES_PER_KB = 1 << 10;
    private static final int MOST_PACKET_KB = 16 << 10;

    /** What runs when a folder is all that was named. */
    static RunOptions defaults(FunctionFolder folder, CaptureOptions captures) {
        ResolvedSettings resolved = FolderConfig.read(folder, System.getenv());
        return new RunOptions(
                folder,
                resolved,
                Optional.empty(),
                InstanceOptions.from(resolved)
                        .withHousehold(UserDirectories.ofSystem().household()),
                resolved.choices(),
                captures,
                false,
                false);
    }

    /** Reads the options of a parsed {@code run} command. */
    static RunOptions from(ParseResult parsed, Messages messages) throws UsageException {
        FunctionFolder folder = existingFolder(parsed.matchedPositionalValue(0, ""), messages);
        ResolvedSettings resolved =
                new SettingOptions(parsed, messages).over(FolderConfig.read(folder, System.getenv()));
        PlatformChoices choices = resolved.choices();
        return new RunOptions(
                folder,
                resolved,
                tls(parsed, resolved, messages),
                instances(parsed, resolved, messages),
                new ChoicesOption(parsed, messages, choices)
                        .read(packetBytes(parsed, choices.limits().packetBytes(), messages)),
                new CaptureOption(parsed, messages).read(),
                parsed.hasMatchedOption(Grammar.JSON),
                parsed.hasMatchedOption(Grammar.FRAMES));
    }

    /** The same on any free port, unless the command line names one, and with the code that is there at the start. */
    RunOptions onFreePort() {
        boolean named = resolved.value(Setting.GATEWAY_PORT).origin().equals(Origin.COMMAND_LINE);
        ResolvedSettings free = named ? resolved : resolved.with(Setting.GATEWAY_PORT, "0", Origin.COMMAND_LINE);
        return new RunOptions(folder, free, tls, instances.withReload(ReloadMode.OFF), choices, captures, json, frames);
    }

    /** The function's configuration as the files and the command line have it now. */
    FunctionSettings settingsNow() {
        return FolderConfig.read(folder, System.getenv())
                .withCommandLineOf(resolved)
                .functionSettings();
    }

    /** The function's configuration. */
    FunctionSettings settings() {
        return resolved.functionSettings();
    }

    /** The limits on time. */
    Timeouts timeouts() {
        return resolved.timeouts();
    }

    /** Port of the gateway; 0 takes any free one. */
    int port() {
        return resolved.number(Setting.GATEWAY_PORT);
    }

    /** The folder that {@code text} names, which must exist. */
    static FunctionFolder existingFolder(String text, Messages messages) throws UsageException {
        try {
            FunctionFolder folder = new FunctionFolder(Path.of(text));
            if (folder.exists()) {
                if (!Files.isReadable(folder.path()) || !Files.isExecutable(folder.path())) {
                    throw new UsageException(messages.get(
                            "cli.error.unreadableFolder", folder.path().toString()));
                }
                return folder;
            }
            throw new UsageException(
                    messages.get("cli.error.noSuchFolder", folder.path().toString()));
        } catch (InvalidPathException e) {
            throw new UsageException(messages.get("cli.error.noSuchFolder", text));
        }
    }

    /** What an emulator is opened with. */
    EmulatorOptions emulatorOptions() {
        EmulatorOptions options = new EmulatorOptions(
                        port(),
                        PlatformLimits.FUNCTION_PORT,
                        EmulatorOptions.DEFAULT_STAGE,
                        captures,
                        settings(),
                        timeouts())
                .withChoices(choices)
                .withInstances(instances);
        return tls.map(options::withTls).orElse(options);
    }

    private static InstanceOptions instances(ParseResult parsed, ResolvedSettings resolved, Messages messages)
            throws UsageException {
        InstanceOptions inFiles = InstanceOptions.from(resolved);
        Rule.Whole rule = (Rule.Whole) Setting.MAX_INSTANCES.rule();
        String isolation =
                parsed.matchedOptionValue(Grammar.ISOLATION, inFiles.isolation().id());
        return inFiles.withHousehold(UserDirectories.ofSystem().household())
                .withIsolation(isolation(isolation, messages))
                .withMaxInstances(whole(parsed, Grammar.MAX_INSTANCES, rule, "cli.rule.maxInstances", messages)
                        .orElse(inFiles.maxInstances()))
                .withReload(reload(parsed, inFiles.reload(), messages))
                .withDebugPort(debugPort(parsed, messages));
    }

    private static OptionalInt debugPort(ParseResult parsed, Messages messages) throws UsageException {
        if (!parsed.hasMatchedOption(Grammar.DEBUG) && !parsed.hasMatchedOption(Grammar.DEBUG_PORT)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                whole(parsed, Grammar.DEBUG_PORT, new Rule.Whole(1, 65_535, 1), "cli.rule.debugPort", messages)
                        .orElse(InstanceOptions.DEFAULT_DEBUG_PORT));
    }

    private static ReloadMode reload(ParseResult parsed, ReloadMode inFiles, Messages messages) throws UsageException {
        String word = parsed.matchedOptionValue(Grammar.RELOAD, inFiles.id());
        ReloadMode mode =
                ReloadMode.of(word).orElseThrow(() -> new UsageException(messages.get("cli.error.reload", word)));
        boolean watch = parsed.hasMatchedOption(Grammar.WATCH) && !parsed.hasMatchedOption(Grammar.RELOAD);
        return watch && mode == ReloadMode.OFF ? ReloadMode.CUT : mode;
    }

    private static Isolation isolation(String value, Messages messages) throws UsageException {
        return Isolation.of(value).orElseThrow(() -> new UsageException(messages.get("cli.error.isolation", value)));
    }

    private static Optional<TlsOptions> tls(ParseResult parsed, ResolvedSettings resolved, Messages messages)
            throws UsageException {
        boolean inFile = !resolved.value(Setting.TLS_PORT).origin().equals(Origin.DEFAULT);
        if (!inFile && !parsed.hasMatchedOption(Grammar.TLS_PORT)) {
            return Optional.empty();
        }
        int port = whole(parsed, Grammar.TLS_PORT, new Rule.Whole(0, 65_535, 1), "cli.rule.port", messages)
                .orElse(resolved.number(Setting.TLS_PORT));
        return Optional.of(new TlsOptions(port, UserDirectories.ofSystem().certificates(), true));
    }

    private static int packetBytes(ParseResult parsed, int preset, Messages messages) throws UsageException {
        int kilobytes = preset / BYTES_PER_KB;
        Rule.Whole rule = new Rule.Whole(1, MOST_PACKET_KB, 1);
        return BYTES_PER_KB
                * whole(parsed, Grammar.PACKET_SIZE, rule, "cli.rule.packetSize", messages)
                        .orElse(kilobytes);
    }

    /** The number that an option has; empty if it is not given. */
    private static Optional<Integer> whole(
            ParseResult parsed, String option, Rule.Whole rule, String ruleKey, Messages messages)
            throws UsageException {
        String text = parsed.matchedOptionValue(option, "");
        if (text.isEmpty() && !parsed.hasMatchedOption(option)) {
            return Optional.empty();
        }
        if (!rule.allows(text)) {
            throw SettingOptions.outOfRange(option, text, rule, ruleKey, messages);
        }
        return Optional.of(Integer.parseInt(text));
    }
}
