package io.scflocal.core.query;

import io.scflocal.core.query.QueryError.Code;
import io.scflocal.core.query.QueryError.Expected;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an expression and how far it has been read. */
final class Source {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern TOKEN =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:-]*|\"[^\"]*\"?|&&|\\|\\||[=!<>]=?|.", Pattern.DOTALL);

    private final String text;
    private int at;

    Source(String text) {
        this.text = text;
    }

    /** Skips blanks and says where the next token begins. */
    int next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where reading goes on, blanks not skipped. */
    int at() {
        return at;
    }

    void goTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return next() == text.length();
    }

    /** The character {@code ahead} of here, or 0 behind the end. */
    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    String substring(int from) {
        return text.substring(from, at);
    }

    /** Takes a symbol behind blanks. */
    boolean take(String symbol) {
        next();
        return takeHere(symbol);
    }

    /** Takes a symbol right here. */
    boolean takeHere(String symbol) {
        boolean there = text.startsWith(symbol, at);
        if (there) {
            at += symbol.length();
        }
        return there;
    }

    /** Takes a whole word behind blanks. */
    boolean takeWord(String word) {
        boolean there = peekWord().equals(word);
        if (there) {
            at += word.length();
        }
        return there;
    }

    /** The word behind blanks, empty if there is none. */
    String peekWord() {
        next();
        return wordHere();
    }

    /** The word right here, empty if there is none. */
    String wordHere() {
        return here(WORD);
    }

    /** What of the text matches a pattern from here on, empty if nothing does. */
    String here(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.group() : "";
    }

    QueryException unexpected(Expected expected) {
        return unexpected(expected, "");
    }

    QueryException unexpected(Expected expected, String hint) {
        int column = next();
        return error(Code.UNEXPECTED, column, here(TOKEN), expected, hint);
    }

    /** A fault at a position counted from 0. */
    static QueryException error(Code code, int position, String found, Expected expected, String hint) {
        return new QueryException(new QueryError(code, position + 1, found, expected, hint));
    }
}
