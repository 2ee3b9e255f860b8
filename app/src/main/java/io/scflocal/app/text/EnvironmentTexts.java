package io.scflocal.app.text;

import io.scflocal.core.config.EnvironmentRow;

/**
 * Says where a variable of the function's process comes from.
 *
 * @param messages the texts of one language
 */
public record EnvironmentTexts(Messages messages) {
    private static final int SHOWN_LENGTH = 100;

    /** Who gives the variable, with the place where that is written. */
    public String origin(EnvironmentRow row) {
        return row.origin()
                .map(new ConfigTexts(messages)::origin)
                .orElseGet(() -> messages.get("config.giver." + row.giver()));
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
