package io.scflocal.app.detail;

import io.scflocal.app.decode.JsonEscapes;
import io.scflocal.app.decode.Outline;

/** A value of a tree as text on one line, as JSON writes it. */
final class OutlineText {
    private OutlineText() {}

    /** The value; a string without its quotes, with the characters that it names by number. No longer than {@code max} characters. */
    static String of(Outline outline, int node, int max) {
        if (!outline.kind(node).isComposite()) {
            String text = outline.text(node, 0, max);
            boolean string = outline.kind(node) == Outline.Kind.STRING && text.length() > 1 && text.endsWith("\"");
            return string ? JsonEscapes.readable(text.substring(1, text.length() - 1)) : text;
        }
        StringBuilder text = new StringBuilder();
        int[] open = new int[outline.end(node) - node];
        int depth = 0;
        for (int at = node; at < outline.end(node) && text.length() < max; at++) {
            while (depth > 0 && outline.end(open[depth - 1]) <= at) {
                depth--;
                text.append(closing(outline, open[depth]));
            }
            if (depth > 0 && at > open[depth - 1] + 1) {
                text.append(',');
            }
            if (at > node && !outline.label(at).isEmpty()) {
                text.append(outline.label(at)).append(':');
            }
            text.append(outline.text(at));
            if (outline.kind(at).isComposite()) {
                text.append(opening(outline, at));
                open[depth] = at;
                depth++;
            }
        }
        while (depth > 0) {
            depth--;
            text.append(closing(outline, open[depth]));
        }
        return text.length() <= max ? text.toString() : text.substring(0, max);
    }

    private static char opening(Outline outline, int node) {
        return switch (outline.kind(node)) {
            case OBJECT -> '{';
            case TAG -> '(';
            default -> '[';
        };
    }

    private static char closing(Outline outline, int node) {
        return switch (outline.kind(node)) {
            case OBJECT -> '}';
            case TAG -> ')';
            default -> ']';
        };
    }
}
