package io.scflocal.app.detail;

import io.scflocal.app.payload.JsonToken;
import io.scflocal.app.payload.JsonTokens;
import java.util.List;
import java.util.Optional;

/** Lays a JSON text out over lines, with colours. Short arrays of plain values stay on one line. */
final class JsonText {
    private static final int INLINE_CHARS = 72;
    /** Deeper levels aren't indented further: a million brackets must not make a million times a million spaces. */
    private static final int MAX_INDENT = 40;

    private final String text;
    private final List<JsonToken> tokens;
    private final LineBuilder lines = new LineBuilder();
    private int depth;
    private int inlineUntil = -1;

    private JsonText(String text, List<JsonToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * The lines of a JSON object or array; empty if {@code text} is something else.
     *
     * @param mayBeCut whether the end of the text may be missing, because the rest is in another frame
     */
    static Optional<List<Line>> pretty(String text, boolean mayBeCut) {
        return JsonTokens.of(text, mayBeCut)
                .filter(tokens -> JsonGrammar.accepts(tokens, mayBeCut))
                .map(tokens -> new JsonText(text, tokens).layOut());
    }

    private List<Line> layOut() {
        for (int i = 0; i < tokens.size(); i++) {
            JsonToken token = tokens.get(i);
            String chars = text.substring(token.from(), token.to());
            switch (token.type()) {
                case OPEN_OBJECT, OPEN_ARRAY -> open(i, chars);
                case CLOSE_OBJECT, CLOSE_ARRAY -> close(i, chars);
                case COMMA -> comma(i);
                case COLON -> lines.add(": ", Run.Kind.PLAIN);
                case STRING -> lines.add(chars, isKey(i) ? Run.Kind.KEY : Run.Kind.STRING);
                case NUMBER -> lines.add(chars, Run.Kind.NUMBER);
                case LITERAL -> lines.add(chars, Run.Kind.LITERAL);
            }
        }
        return lines.build();
    }

    private boolean isKey(int i) {
        return typeIs(i + 1, JsonToken.Type.COLON);
    }

    private boolean typeIs(int i, JsonToken.Type type) {
        return i < tokens.size() && tokens.get(i).type() == type;
    }

    private void open(int i, String bracket) {
        lines.add(bracket, Run.Kind.PLAIN);
        depth++;
        if (i + 1 < tokens.size() && tokens.get(i + 1).type().closes()) {
            inlineUntil = i + 1;
            return;
        }
        int end = endOfShortArray(i);
        if (end > i) {
            inlineUntil = end;
            lines.add(" ", Run.Kind.PLAIN);
        } else {
            newLine();
        }
    }

    /** Index of the token that closes the array at {@code i} if that fits on one line and has no depth; else -1. */
    private int endOfShortArray(int i) {
        int from = tokens.get(i).from();
        for (int j = i + 1; j < tokens.size() && tokens.get(j).to() - from <= INLINE_CHARS; j++) {
            JsonToken.Type type = tokens.get(j).type();
            if (type == JsonToken.Type.CLOSE_ARRAY) {
                return j;
            }
            if (!type.isScalar() && type != JsonToken.Type.COMMA) {
                return -1;
            }
        }
        return -1;
    }

    private void close(int i, String bracket) {
        depth--;
        if (i > inlineUntil) {
            newLine();
        } else if (!tokens.get(i - 1).type().opens()) {
            lines.add(" ", Run.Kind.PLAIN);
        }
        lines.add(bracket, Run.Kind.PLAIN);
    }

    private void comma(int i) {
        if (i < inlineUntil) {
            lines.add(", ", Run.Kind.PLAIN);
        } else {
            lines.add(",", Run.Kind.PLAIN);
            newLine();
        }
    }

    private void newLine() {
        lines.end();
        lines.add("  ".repeat(Math.min(depth, MAX_INDENT)), Run.Kind.PLAIN);
    }
}
