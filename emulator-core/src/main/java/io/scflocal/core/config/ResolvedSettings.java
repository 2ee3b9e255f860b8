package io.scflocal.core.config;

import io.scflocal.core.function.FunctionSettings;
import io.scflocal.core.function.InterpreterChoices;
import io.scflocal.core.function.ReloadMode;
import io.scflocal.core.platform.CutStyle;
import io.scflocal.core.platform.LimitPolicy;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.Prices;
import io.scflocal.core.platform.Timeouts;
import io.scflocal.core.platform.TrafficLimits;
import io.scflocal.core.platform.UnclearEnds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What holds for a function, each value with where it comes from. Immutable.
 *
 * @param folderName the name of a function that has no other
 * @param given the settings that somebody has given
 * @param variables the function's own variables
 * @param interpreters paths of local programs by the names of {@link InterpreterChoices}
 * @param problems what in the files has no effect
 */
public record ResolvedSettings(
        String folderName,
        Map<Setting, Value> given,
        Map<String, Value> variables,
        Map<String, Value> interpreters,
        List<ConfigProblem> problems) {

    public ResolvedSettings {
        given = given.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(given));
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        interpreters = Collections.unmodifiableMap(new TreeMap<>(interpreters));
        problems = List.copyOf(problems);
    }

    /** What holds for a function that nobody has configured. */
    public static ResolvedSettings defaults(String folderName) {
        return new ResolvedSettings(folderName, Map.of(), Map.of(), Map.of(), List.of());
    }

    /** The value of a setting, and where it comes from. */
    public Value value(Setting setting) {
        Value value = given.get(setting);
        if (value != null) {
            return value;
        }
        return new Value(setting == Setting.NAME ? folderName : setting.preset(), Origin.DEFAULT);
    }

    /** The value of a setting that is a text. */
    public String text(Setting setting) {
        return value(setting).text();
    }

    /** The value of a setting that is a whole number. */
    public int number(Setting setting) {
        return Integer.parseInt(value(setting).text());
    }

    /** The same with another value, which the setting's rule allows. */
    public ResolvedSettings with(Setting setting, String text, Origin origin) {
        Map<Setting, Value> changed = new EnumMap<>(Setting.class);
        changed.putAll(given);
        changed.put(setting, new Value(text, origin));
        return new ResolvedSettings(folderName, changed, variables, interpreters, problems);
    }

    /** The same with more variables; those of the same name are hidden. */
    public ResolvedSettings withVariables(Map<String, String> more, Origin origin) {
        return new ResolvedSettings(folderName, given, hiding(variables, more, origin), interpreters, problems);
    }

    /** The same with more interpreters chosen; those of the same name are hidden. */
    public ResolvedSettings withInterpreters(Map<String, String> more, Origin origin) {
        return new ResolvedSettings(folderName, given, variables, hiding(interpreters, more, origin), problems);
    }

    private static Map<String, Value> hiding(Map<String, Value> hidden, Map<String, String> more, Origin origin) {
        Map<String, Value> changed = new LinkedHashMap<>(hidden);
        more.forEach((name, text) ->
                changed.merge(name, new Value(text, origin), (weaker, stronger) -> stronger.over(weaker)));
        return changed;
    }

    /** What is to stand in for interpreters of the platform. */
    public InterpreterChoices interpreterChoices() {
        Map<String, Path> programs = new TreeMap<>();
        interpreters.forEach((name, value) -> programs.put(name, Path.of(value.text())));
        return new InterpreterChoices(programs);
    }

    /** What happens when files change. */
    public ReloadMode reload() {
        return constant(Setting.RELOAD, ReloadMode.values(), ReloadMode::id);
    }

    /** The same with what {@code other} got from the command line. */
    public ResolvedSettings withCommandLineOf(ResolvedSettings other) {
        ResolvedSettings result = this;
        for (Map.Entry<Setting, Value> entry : other.given.entrySet()) {
            if (entry.getValue().origin().equals(Origin.COMMAND_LINE)) {
                result = result.with(entry.getKey(), entry.getValue().text(), Origin.COMMAND_LINE);
            }
        }
        return result.withVariables(fromCommandLine(other.variables), Origin.COMMAND_LINE)
                .withInterpreters(fromCommandLine(other.interpreters), Origin.COMMAND_LINE);
    }

    private static Map<String, String> fromCommandLine(Map<String, Value> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> {
            if (value.origin().equals(Origin.COMMAND_LINE)) {
                texts.put(name, value.text());
            }
        });
        return texts;
    }

    /** The limits on time. */
    public Timeouts timeouts() {
        return new Timeouts(seconds(Setting.IDLE_TIMEOUT), seconds(Setting.TIMEOUT), seconds(Setting.INIT_TIMEOUT));
    }

    /** The function's configuration as the engine takes it. */
    public FunctionSettings functionSettings() {
        FunctionSettings defaults = FunctionSettings.defaults(text(Setting.NAME));
        Map<String, String> environment = new TreeMap<>();
        variables.forEach((name, value) -> environment.put(name, value.text()));
        return new FunctionSettings(
                text(Setting.NAME),
                number(Setting.MEMORY),
                number(Setting.CONCURRENCY),
                environment,
                text(Setting.NAMESPACE),
                text(Setting.REGION),
                defaults.appId(),
                defaults.uin(),
                defaults.unbufferedPython());
    }

    /** What the platform leaves open. */
    public PlatformChoices choices() {
        TrafficLimits limits = TrafficLimits.DEFAULT
                .withPolicy(constant(Setting.LIMITS, LimitPolicy.values(), LimitPolicy::id))
                .withPacketBytes(number(Setting.PACKET_SIZE) << 10);
        return new PlatformChoices(
                constant(Setting.ON_CUT, CutStyle.values(), CutStyle::id),
                Boolean.parseBoolean(text(Setting.PINGS_COUNT)),
                constant(Setting.UNCLEAR_ENDS, UnclearEnds.values(), UnclearEnds::id),
                limits,
                new Prices(
                        Double.parseDouble(text(Setting.PRICE_GB_SECOND)),
                        Double.parseDouble(text(Setting.PRICE_CALLS))));
    }

    private <E> E constant(Setting setting, E[] values, Function<E, String> word) {
        return Stream.of(values)
                .filter(value -> word.apply(value).equals(text(setting)))
                .findFirst()
                .orElseThrow();
    }

    private Duration seconds(Setting setting) {
        return Duration.ofSeconds(number(setting));
    }
}
