package io.scflocal.core.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers values from one file after the other, the weakest first. Not thread-safe. */
final class Collected {
    private final Map<Setting, Value> settings = new EnumMap<>(Setting.class);
    private final Map<String, Value> variables = new LinkedHashMap<>();
    private final Map<String, Value> interpreters = new LinkedHashMap<>();
    private final Map<ConfigProblem, String> unresolved = new LinkedHashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    void setting(Setting setting, String key, String text, Origin origin) {
        if (setting.rule().allows(text)) {
            settings.put(setting, new Value(text, origin));
        } else {
            problem(
                    ConfigProblem.Kind.BAD_VALUE,
                    origin,
                    key,
                    text,
                    setting.rule().shown());
        }
    }

    void variable(String name, String text, Origin origin) {
        variables.merge(name, new Value(text, origin), (weaker, stronger) -> stronger.over(weaker));
    }

    /** The value of a variable is not known where it stands. */
    void unresolvedVariable(String name, Origin origin, String key, String written) {
        ConfigProblem problem = ConfigProblem.of(ConfigProblem.Kind.UNRESOLVED, origin, key, written);
        problems.add(problem);
        unresolved.put(problem, name);
    }

    void interpreter(String path, String local, Origin origin) {
        interpreters.put(path, new Value(local, origin));
    }

    void problem(ConfigProblem.Kind kind, Origin origin, String... arguments) {
        problems.add(ConfigProblem.of(kind, origin, arguments));
    }

    ResolvedSettings resolved(String folderName) {
        // What a stronger place gives need not be known in a weaker one: a secret stays out of a file that is shared.
        unresolved.forEach((problem, name) -> {
            Value value = variables.get(name);
            if (value != null
                    && value.origin().source().compareTo(problem.origin().source()) < 0) {
                problems.remove(problem);
            }
        });
        return new ResolvedSettings(folderName, settings, variables, interpreters, problems);
    }
}
