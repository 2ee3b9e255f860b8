package io.scflocal.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds calls in a source and the texts of their arguments. */
final class CallArguments {
    private static final int MAX_LENGTH = 2_000;

    private CallArguments() {}

    /**
     * A call.
     *
     * @param offset where the name of what is called begins
     * @param arguments the text of each argument, stripped
     */
    record Call(int offset, List<String> arguments) {}

    /** The calls whose name, up to and including the opening parenthesis, {@code opening} matches. */
    static Stream<Call> of(String text, Pattern opening) {
        Matcher matcher = opening.matcher(text);
        return matcher.results().map(match -> new Call(match.start(), split(text, match.end())));
    }

    private static List<String> split(String text, int start) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int from = start;
        int limit = Math.min(text.length(), start + MAX_LENGTH);
        for (int at = start; at < limit && depth >= 0; at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                at = afterString(text, at, limit);
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
            if (depth < 0 || depth == 0 && c == ',') {
                arguments.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        return arguments;
    }

    private static int afterString(String text, int start, int limit) {
        int at = start + 1;
        while (at < limit && text.charAt(at) != text.charAt(start)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
