package io.scflocal.app.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says in the user's language what Java says in English of a regular expression that isn't valid. */
public final class PatternText {
    private static final Map<String, String> KINDS = kinds();

    private PatternText() {}

    private static Map<String, String> kinds() {
        // The beginnings of what java.util.regex.Pattern throws, the longer of two first.
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("Dangling meta character", "dangling");
        kinds.put("Unclosed group", "group");
        kinds.put("Unmatched closing", "closing");
        kinds.put("Unclosed character class", "class");
        kinds.put("Illegal character range", "range");
        kinds.put("Illegal repetition", "repetition");
        kinds.put("Unclosed counted closure", "repetition");
        kinds.put("Illegal", "escape");
        kinds.put("Unexpected character", "escape");
        kinds.put("Unknown character property", "property");
        kinds.put("Unknown Unicode property", "property");
        kinds.put("Unclosed character family", "property");
        kinds.put("Unknown character", "property");
        kinds.put("Unknown", "flag");
        kinds.put("Look-behind", "lookbehind");
        kinds.put("Named capturing group", "name");
        kinds.put("named capturing group", "name");
        kinds.put("capturing group name", "name");
        kinds.put("longer than", "long");
        return kinds;
    }

    /** A part of a sentence; {@code description} is that of a {@link java.util.regex.PatternSyntaxException}. */
    public static String of(Messages messages, String description) {
        return messages.get("query.pattern."
                + KINDS.entrySet().stream()
                        .filter(kind -> description.startsWith(kind.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("other"));
    }
}
