package io.scflocal.app.text;

import io.scflocal.core.config.EnvironmentRow;
import io.scflocal.core.config.EnvironmentRow.Giver;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says where a variable of the function's process comes from.
 *
 * @param messages the texts of one language
 */
public record EnvironmentTexts(Messages messages) {
    private static final int SHOWN_LENGTH = 100;

    /** Who gives the variable, with the place where that is written. */
    public String origin(EnvironmentRow row) {
        ConfigTexts places = new ConfigTexts(messages);
        String origin = row.origin().map(places::origin).orElseGet(() -> giver(row.giver()));
        String hidden = Stream.concat(
                        row.hides().stream().map(places::origin),
                        row.replaced().stream().map(this::giver))
                .collect(Collectors.joining(messages.get("config.separator")));
        return hidden.isEmpty() ? origin : messages.get("config.environment.instead", origin, hidden);
    }

    private String giver(Giver giver) {
        return messages.get("config.giver." + giver);
    }

    /** Which place wins over which. */
    public String precedence() {
        return messages.get("config.environment.precedence");
    }

    /** The value, masked if it is a secret, cut if it is long. */
    public String value(EnvironmentRow row) {
        String value = row.shownValue().replace("\n", "\\n");
        return value.length() > SHOWN_LENGTH ? value.substring(0, SHOWN_LENGTH) + "…" : value;
    }

    /** What differs from the cloud, and why. */
    public String notes() {
        return messages.get("config.environment.notes");
    }
}
