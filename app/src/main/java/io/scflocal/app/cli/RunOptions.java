package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.EmulatorOptions;
import io.scflocal.core.capture.CaptureOptions;
import io.scflocal.core.function.FunctionFolder;
import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.PlatformLimits;
import io.scflocal.core.platform.Timeouts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/**
 * What {@code scf-local run} was asked for, checked against the platform's limits.
 *
 * @param folder the function's folder, which exists
 * @param port port of the gateway; 0 takes any free one
 * @param settings the function's configuration
 * @param timeouts the limits
 * @param choices what the platform's documents leave open
 * @param captures where the capture is kept, and how much of it
 * @param json whether events are written as JSON
 * @param frames whether frames are written too
 */
record RunOptions(
        FunctionFolder folder,
        int port,
        FunctionSettings settings,
        Timeouts timeouts,
        PlatformChoices choices,
        CaptureOptions captures,
        boolean json,
        boolean frames) {

    private static final int BYTES_PER_KB = 1 << 10;
    private static final int MOST_PACKET_KB = 16 << 10;

    /** What runs when a folder is all that was named. */
    static RunOptions defaults(FunctionFolder folder, CaptureOptions captures) {
        return new RunOptions(
                folder,
                EmulatorOptions.DEFAULT_GATEWAY_PORT,
                FunctionSettings.defaults(folder.name()),
                Timeouts.DEFAULT,
                PlatformChoices.DEFAULT,
                captures,
                false,
                false);
    }

    /** Reads the options of a parsed {@code run} or {@code exec} command; {@code defaultPort} is that of the gateway. */
    static RunOptions from(ParseResult parsed, int defaultPort, Messages messages) throws UsageException {
        FunctionFolder folder = existingFolder(parsed.matchedPositionalValue(0, ""), messages);
        isolation(parsed.matchedOptionValue(Grammar.ISOLATION, "auto"), messages);
        Numbers numbers = new Numbers(parsed, messages);
        return new RunOptions(
                folder,
                numbers.read(Grammar.PORT, 0, 65_535, defaultPort, "cli.rule.port"),
                FunctionSettings.defaults(folder.name())
                        .withMemoryMb(numbers.memory())
                        .withConcurrency(numbers.read(
                                Grammar.CONCURRENCY, 1, PlatformLimits.MAX_CONCURRENCY, 1, "cli.rule.concurrency"))
                        .withEnvironment(environment(parsed, messages)),
                numbers.timeouts(),
                new ChoicesOption(parsed, messages).read(numbers.packetBytes()),
                new CaptureOption(parsed, messages).read(),
                parsed.hasMatchedOption(Grammar.JSON),
                parsed.hasMatchedOption(Grammar.FRAMES));
    }

    /** The folder that {@code text} names, which must exist. */
    static FunctionFolder existingFolder(String text, Messages messages) throws UsageException {
        try {
            FunctionFolder folder = new FunctionFolder(Path.of(text));
            if (folder.exists()) {
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
        return new EmulatorOptions(
                        port, PlatformLimits.FUNCTION_PORT, EmulatorOptions.DEFAULT_STAGE, captures, settings, timeouts)
                .withChoices(choices);
    }

    private static void isolation(String value, Messages messages) throws UsageException {
        switch (value) {
            case "auto", "none" -> {}
            case "sandbox" -> throw new UsageException(messages.get("cli.error.noSandbox"));
            default -> throw new UsageException(messages.get("cli.error.isolation", value));
        }
    }

    private static Map<String, String> environment(ParseResult parsed, Messages messages) throws UsageException {
        return EnvironmentOption.read(parsed.matchedOptionValue(Grammar.ENV, new String[0]), messages);
    }

    /** Reads the options that are whole numbers. */
    private record Numbers(ParseResult parsed, Messages messages) {

        Timeouts timeouts() throws UsageException {
            return new Timeouts(
                    seconds(
                            Grammar.IDLE_TIMEOUT,
                            PlatformLimits.MIN_IDLE_TIMEOUT,
                            PlatformLimits.MAX_IDLE_TIMEOUT,
                            PlatformLimits.DEFAULT_IDLE_TIMEOUT,
                            "cli.rule.idleTimeout"),
                    seconds(
                            Grammar.TIMEOUT,
                            PlatformLimits.MIN_EXECUTION_TIMEOUT,
                            PlatformLimits.MAX_EXECUTION_TIMEOUT,
                            PlatformLimits.DEFAULT_EXECUTION_TIMEOUT,
                            "cli.rule.timeout"),
                    seconds(
                            Grammar.INIT_TIMEOUT,
                            PlatformLimits.MIN_INIT_TIMEOUT,
                            PlatformLimits.MAX_INIT_TIMEOUT,
                            PlatformLimits.DEFAULT_INIT_TIMEOUT,
                            "cli.rule.initTimeout"));
        }

        int memory() throws UsageException {
            int megabytes = read(
                    Grammar.MEMORY,
                    PlatformLimits.MIN_MEMORY_MB,
                    PlatformLimits.MAX_MEMORY_MB,
                    PlatformLimits.DEFAULT_MEMORY_MB,
                    "cli.rule.memory");
            if (megabytes != PlatformLimits.MIN_MEMORY_MB && megabytes % PlatformLimits.MEMORY_STEP_MB != 0) {
                throw new UsageException(messages.get("cli.error.memoryStep", Integer.toString(megabytes)));
            }
            return megabytes;
        }

        int packetBytes() throws UsageException {
            int kilobytes = PlatformLimits.MAX_PACKET_BYTES / BYTES_PER_KB;
            return BYTES_PER_KB * read(Grammar.PACKET_SIZE, 1, MOST_PACKET_KB, kilobytes, "cli.rule.packetSize");
        }

        private Duration seconds(String option, Duration min, Duration max, Duration preset, String ruleKey)
                throws UsageException {
            return Duration.ofSeconds(
                    read(option, (int) min.toSeconds(), (int) max.toSeconds(), (int) preset.toSeconds(), ruleKey));
        }

        int read(String option, int min, int max, int preset, String ruleKey) throws UsageException {
            String text = parsed.matchedOptionValue(option, Integer.toString(preset));
            if (text.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= min && number <= max) {
                    return number;
                }
            }
            throw new UsageException(messages.get(
                    "cli.error.range",
                    option,
                    Integer.toString(min),
                    Integer.toString(max),
                    text,
                    messages.get(ruleKey)));
        }
    }
}
