package io.scflocal.app.cli;

import io.scflocal.app.text.Messages;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Rule;
import io.scflocal.core.config.Setting;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** The options of the command line that are settings of the function; they win over everything that stands in files. */
record SettingOptions(ParseResult parsed, Messages messages) {
    private static final List<Option> OPTIONS = List.of(
            new Option(Grammar.PORT, Setting.GATEWAY_PORT, "cli.rule.port"),
            new Option(Grammar.IDLE_TIMEOUT, Setting.IDLE_TIMEOUT, "cli.rule.idleTimeout"),
            new Option(Grammar.TIMEOUT, Setting.TIMEOUT, "cli.rule.timeout"),
            new Option(Grammar.INIT_TIMEOUT, Setting.INIT_TIMEOUT, "cli.rule.initTimeout"),
            new Option(Grammar.MEMORY, Setting.MEMORY, "cli.rule.memory"),
            new Option(Grammar.CONCURRENCY, Setting.CONCURRENCY, "cli.rule.concurrency"));

    /** @param ruleKey says in words what is allowed */
    private record Option(String name, Setting setting, String ruleKey) {}

    /** What the files say, with what the command line says on top. */
    ResolvedSettings over(ResolvedSettings files) throws UsageException {
        ResolvedSettings result = files;
        for (Option option : OPTIONS) {
            if (parsed.hasMatchedOption(option.name())) {
                result = result.with(option.setting(), checked(option), Origin.COMMAND_LINE);
            }
        }
        String[] variables = parsed.matchedOptionValue(Grammar.ENV, new String[0]);
        result = result.withVariables(EnvironmentOption.read(variables, messages), Origin.COMMAND_LINE);
        return InterpreterOption.over(result, parsed, messages);
    }

    private String checked(Option option) throws UsageException {
        String text = parsed.matchedOptionValue(option.name(), "");
        if (option.setting().rule().allows(text)) {
            return Integer.toString(Integer.parseInt(text));
        }
        Rule.Whole rule = (Rule.Whole) option.setting().rule();
        boolean inRange = new Rule.Whole(rule.min(), rule.max(), 1).allows(text);
        throw inRange
                ? new UsageException(messages.get("cli.error.memoryStep", text))
                : outOfRange(option.name(), text, rule, option.ruleKey(), messages);
    }

    static UsageException outOfRange(String option, String text, Rule.Whole rule, String ruleKey, Messages messages) {
        return new UsageException(messages.get(
                "cli.error.range",
                option,
                Integer.toString(rule.min()),
                Integer.toString(rule.max()),
                text,
                messages.get(ruleKey)));
    }
}
