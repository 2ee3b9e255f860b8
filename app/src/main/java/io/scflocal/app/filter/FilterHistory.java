package io.scflocal.app.filter;

import io.scflocal.app.settings.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The filters that the user has used, the newest first.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class FilterHistory {
    static final int MOST = 20;

    private static final String KEY = "grid.history";
    private static final int NOT_LOOKING = -1;

    private final SettingsFile file;
    private final List<String> texts = new ArrayList<>();
    private int place = NOT_LOOKING;
    private String unfinished = "";

    FilterHistory(SettingsFile file) {
        this.file = file;
        file.get(KEY).ifPresent(text -> text.lines().limit(MOST).forEach(texts::add));
    }

    /** The filters, the newest first. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    /** The user has used a filter. */
    void used(String text) {
        place = NOT_LOOKING;
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() || !texts.isEmpty() && texts.get(0).equals(line)) {
            return;
        }
        texts.remove(line);
        texts.add(0, line);
        if (texts.size() > MOST) {
            texts.remove(MOST);
        }
        file.put(KEY, String.join("\n", texts));
    }

    /** The filter before the one that is looked at; {@code current} comes back when the user goes all the way forward again. */
    Optional<String> older(String current) {
        if (place == NOT_LOOKING) {
            unfinished = current;
        }
        if (place + 1 < texts.size() && texts.get(place + 1).equals(current)) {
            place++;
        }
        if (place + 1 >= texts.size()) {
            return Optional.empty();
        }
        place++;
        return Optional.of(texts.get(place));
    }

    /** The filter after the one that is looked at; empty when the user isn't looking. */
    Optional<String> newer() {
        if (place == NOT_LOOKING) {
            return Optional.empty();
        }
        place--;
        return Optional.of(place == NOT_LOOKING ? unfinished : texts.get(place));
    }
}
