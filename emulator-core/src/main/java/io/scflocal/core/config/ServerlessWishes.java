package io.scflocal.core.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that {@code serverless.yml} should have for a function. Keys: the documentation of the component {@code scf}.
 *
 * @param settings what is used here
 * @param host the environment of the emulator
 */
record ServerlessWishes(ResolvedSettings settings, Map<String, String> host) {
    private static final String CONCURRENCY = "inputs.instanceConcurrencyConfig.";

    /** What a new file says, in its order. */
    Map<List<String>, String> forNewFile() {
        Map<List<String>, String> wishes = new LinkedHashMap<>();
        put(wishes, "component", "scf");
        put(wishes, "name", settings.text(Setting.NAME));
        put(wishes, "inputs.src", "./");
        put(wishes, "inputs.type", "web");
        put(wishes, Setting.NAME);
        put(wishes, Setting.REGION);
        all().forEach((path, value) -> wishes.putIfAbsent(List.of(path.split("\\.")), value));
        variables(wishes, name -> Optional.empty());
        return wishes;
    }

    /** What {@code file} lacks or says otherwise. */
    Map<List<String>, String> forFile(ConfigFile file) {
        Map<List<String>, String> wishes = new LinkedHashMap<>();
        Map<String, String> variables = new LinkedHashMap<>(host);
        settings.variables().forEach((name, value) -> {
            if (value.origin().source() == Origin.Source.DOT_ENV) {
                variables.put(name, value.text());
            }
        });
        Expressions expressions = new Expressions(variables, file::text);
        all().forEach((path, value) -> {
            Optional<String> said = said(file, path);
            if (said.flatMap(expressions::resolve)
                    .filter(value::equalsIgnoreCase)
                    .isEmpty()) {
                put(wishes, path, value);
            }
        });
        variables(wishes, name -> said(file, ServerlessFile.VARIABLES + name)
                .filter(text -> text.contains("${") && isSecret(name)
                        || expressions
                                .resolve(text)
                                .equals(Optional.of(
                                        settings.variables().get(name).text()))));
        return wishes;
    }

    /** Whether a wish is about a variable, whose value is always a text. */
    static boolean isVariable(List<String> path) {
        return String.join(".", path).startsWith(ServerlessFile.VARIABLES);
    }

    private static Optional<String> said(ConfigFile file, String path) {
        return Optional.ofNullable(file.values().get(path)).map(ConfigFile.Entry::text);
    }

    /** Everything but the variables; of what has a default in the cloud, what somebody has given. */
    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("inputs.type", "web");
        for (Setting setting : List.of(Setting.NAME, Setting.REGION, Setting.NAMESPACE, Setting.RUNTIME)) {
            if (settings.given().containsKey(setting)) {
                all.put(path(setting), settings.text(setting));
            }
        }
        for (Setting setting : List.of(Setting.MEMORY, Setting.TIMEOUT, Setting.INIT_TIMEOUT)) {
            all.put(path(setting), settings.text(setting));
        }
        all.put("inputs.protocolType", "WS");
        all.put(path(Setting.IDLE_TIMEOUT), settings.text(Setting.IDLE_TIMEOUT));
        if (settings.number(Setting.CONCURRENCY) > 1) {
            all.put(CONCURRENCY + "enable", "true");
            all.put(path(Setting.CONCURRENCY), settings.text(Setting.CONCURRENCY));
        }
        return all;
    }

    private void put(Map<List<String>, String> wishes, Setting setting) {
        put(wishes, path(setting), settings.text(setting));
    }

    private static void put(Map<List<String>, String> wishes, String path, String value) {
        wishes.put(List.of(path.split("\\.")), value);
    }

    private static String path(Setting setting) {
        return setting.path(Origin.Source.SERVERLESS);
    }

    /** What the variables should be that {@code right} does not find to be right already. */
    private void variables(Map<List<String>, String> wishes, Right right) {
        settings.variables().forEach((name, value) -> {
            if (right.said(name).isEmpty()) {
                String written = isSecret(name) ? "${env:" + name + "}" : value.text();
                wishes.put(List.of("inputs", "environment", "variables", name), written);
            }
        });
    }

    @FunctionalInterface
    private interface Right {
        Optional<String> said(String name);
    }

    /** Nothing of {@code .env} is written either: the file is there so that its content stays out of what is shared. */
    private boolean isSecret(String name) {
        Value value = settings.variables().get(name);
        return value.origin().source() == Origin.Source.DOT_ENV
                || EnvironmentRow.own(name, value, Optional.empty()).isSecret();
    }
}
