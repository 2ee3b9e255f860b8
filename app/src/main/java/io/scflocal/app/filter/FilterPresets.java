package io.scflocal.app.filter;

import io.scflocal.app.settings.SettingsFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Filters that have a name: those that everybody needs, and those that the user has kept. An expression may name them, as in {@code
 * $quiet && len > 1KB}.
 *
 * <p>JavaFX thread only. Runs without a toolkit.
 */
final class FilterPresets {
    /** Those that are always there, by their names. */
    static final Map<String, String> BUILT_IN = builtIn();

    private static final String KEY = "grid.presets";

    private final SettingsFile file;
    private final Map<String, String> own = new TreeMap<>();

    FilterPresets(SettingsFile file) {
        this.file = file;
        file.get(KEY).ifPresent(text -> text.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                own.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }));
    }

    private static Map<String, String> builtIn() {
        Map<String, String> presets = new LinkedHashMap<>();
        presets.put("quiet", "!(op in {ping, pong})");
        presets.put("errors", "op == close && !(close.code in {1000, 1001, 1005})");
        presets.put("up", "dir == c2f");
        presets.put("down", "dir == f2c");
        presets.put("large", "len >= 64KB");
        presets.put("late", "cdelta > 1s");
        presets.put("idle", "idle.left < 5s");
        return Collections.unmodifiableMap(presets);
    }

    /** All of them, by their names. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>(BUILT_IN);
        texts.putAll(own);
        return texts;
    }

    /** The names of those that the user has kept. */
    List<String> own() {
        return new ArrayList<>(own.keySet());
    }

    /** Whether a preset may be called so: as the expressions write it, and not as one of those that are always there. */
    static boolean isName(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_-]{0,39}") && !BUILT_IN.containsKey(name);
    }

    /** Keeps an expression under a name; one of that name that was there before is replaced. */
    void keep(String name, String expression) {
        own.put(name, expression.strip().replaceAll("\\s+", " "));
        write();
    }

    /** Forgets one that the user has kept. */
    void forget(String name) {
        own.remove(name);
        write();
    }

    private void write() {
        file.put(
                KEY,
                own.entrySet().stream()
                        .map(preset -> preset.getKey() + "\t" + preset.getValue())
                        .collect(Collectors.joining("\n")));
    }
}
