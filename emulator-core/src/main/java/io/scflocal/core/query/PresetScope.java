package io.scflocal.core.query;

import io.scflocal.core.query.QueryError.Code;
import io.scflocal.core.query.QueryError.Expected;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** The presets of one parse, and which of them are being expanded. */
final class PresetScope {
    private static final int DEEPEST = 20;
    /** Presets that use others twice, and those again, would otherwise grow without end. */
    private static final int MOST_EXPANSIONS = 500;

    private final Map<String, String> texts;
    private final Deque<String> open = new ArrayDeque<>();
    private int expansions;

    PresetScope(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The tree of a preset that is named at a position counted from 0. */
    Expr expand(String name, int position) {
        String text = texts.get(name);
        if (text == null) {
            String nearest = Names.nearest(name, texts.keySet());
            throw Source.error(Code.UNKNOWN_PRESET, position, name, Expected.PRESET_NAME, nearest);
        }
        if (open.contains(name)) {
            throw Source.error(Code.PRESET_CYCLE, position, name, Expected.PRESET_NAME, "");
        }
        if (open.size() >= DEEPEST || ++expansions > MOST_EXPANSIONS) {
            throw Source.error(Code.TOO_DEEP, position, name, Expected.NOTHING, "");
        }
        open.push(name);
        try {
            return Parser.parse(text, this);
        } catch (QueryException e) {
            throw inPreset(name, position, e.error());
        } finally {
            open.pop();
        }
    }

    /** A fault in a preset's text, with the column where the preset is named. */
    private static QueryException inPreset(String name, int position, QueryError error) {
        return switch (error.code()) {
            case PRESET_CYCLE, TOO_DEEP, UNKNOWN_PRESET ->
                Source.error(error.code(), position, error.found(), error.expected(), error.hint());
            default -> Source.error(Code.PRESET_BROKEN, position, name, Expected.PRESET_NAME, error.message());
        };
    }
}
