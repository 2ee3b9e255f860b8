package io.scflocal.core.config;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves {@code ${env:NAME}} and {@code ${stage}} of the Serverless Framework and {@code {{env.NAME}}} of CloudBase.
 *
 * @param variables what {@code env} refers to
 * @param own values of the file itself by their path
 */
record Expressions(Map<String, String> variables, Function<String, String> own) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}|\\{\\{([^{}]*)}}");
    private static final Pattern VARIABLE = Pattern.compile("env[:.](\\w+)(?:\\s*,\\s*['\"]?([^'\"]*)['\"]?)?");

    /** The text with every expression replaced; empty if one is not known here. */
    Optional<String> resolve(String text) {
        Matcher matcher = EXPRESSION.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            Optional<String> value = value(matcher.toMatchResult());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(matcher.appendTail(result).toString());
    }

    private Optional<String> value(MatchResult match) {
        String expression = (match.group(1) == null ? match.group(2) : match.group(1)).strip();
        Matcher variable = VARIABLE.matcher(expression);
        if (variable.matches()) {
            return Optional.ofNullable(variables.get(variable.group(1)))
                    .or(() -> Optional.ofNullable(variable.group(2)));
        }
        String value = own.apply(expression);
        return value.isEmpty() || value.contains("${") ? Optional.empty() : Optional.of(value);
    }
}
