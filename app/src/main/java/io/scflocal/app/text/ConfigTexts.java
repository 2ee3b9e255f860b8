package io.scflocal.app.text;

import io.scflocal.core.config.ConfigProblem;
import io.scflocal.core.config.Origin;
import io.scflocal.core.config.ResolvedSettings;
import io.scflocal.core.config.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says where settings come from and what of a file has no effect; the window and the command line say it in the same words.
 *
 * @param messages the texts of one language
 */
public record ConfigTexts(Messages messages) {

    /** Where a value comes from: {@code serverless.yml:9}, or in words. */
    public String origin(Origin origin) {
        return origin.file().isEmpty() ? messages.get("config.source." + origin.source()) : origin.place();
    }

    /** What is wrong, one sentence with its place. */
    public String problem(ConfigProblem problem) {
        return messages.get("config.at", origin(problem.origin()), sentence(problem));
    }

    /** What is wrong, one sentence without its place. */
    public String sentence(ConfigProblem problem) {
        return messages.get(
                "config.problem." + problem.kind(), problem.arguments().toArray());
    }

    /** One line about what does not have its default, and one for every problem. */
    public List<String> notices(ResolvedSettings settings) {
        String given = Arrays.stream(Setting.values())
                .filter(setting -> !settings.value(setting).origin().equals(Origin.DEFAULT))
                .filter(setting -> !settings.value(setting).origin().equals(Origin.COMMAND_LINE))
                .map(setting -> messages.get(
                        "config.given",
                        setting.key(),
                        settings.text(setting),
                        origin(settings.value(setting).origin())))
                .collect(Collectors.joining(messages.get("config.separator")));
        Stream<String> line = given.isEmpty() ? Stream.of() : Stream.of(messages.get("config.notice", given));
        return Stream.concat(line, settings.problems().stream().map(this::problem))
                .toList();
    }
}
