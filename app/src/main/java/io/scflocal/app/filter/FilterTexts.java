package io.scflocal.app.filter;

import io.scflocal.app.text.Formats;
import io.scflocal.app.text.Messages;
import io.scflocal.app.text.PatternText;
import io.scflocal.core.query.QueryError;

/** What there is to say about a filter. */
public final class FilterTexts {
    private FilterTexts() {}

    /** What is to be said about the text in the box; empty if it needs no words. */
    public static String note(Messages messages, Verdict verdict, Hits hits) {
        if (verdict instanceof Verdict.Wrong wrong) {
            return error(messages, wrong.error());
        } else if (verdict instanceof Verdict.Constant constant) {
            return messages.get(constant.matches() ? "traffic.filter.always" : "traffic.filter.never");
        }
        return hits.givenUp() == 0 ? "" : messages.get("traffic.filter.givenUp", Formats.count(hits.givenUp()));
    }

    /** How many frames are listed, and how far the scan is if it has not caught up. */
    public static String hits(Messages messages, Hits hits) {
        String count =
                messages.get("traffic.filter.hits", Formats.count(hits.rows()), Formats.count(hits.candidates()));
        return hits.scannedPercent() == 100
                ? count
                : count + " · " + messages.get("traffic.scanned", hits.scannedPercent());
    }

    /** A fault in one sentence with its column. */
    public static String error(Messages messages, QueryError error) {
        String found = error.found().isEmpty() ? messages.get("query.end") : error.found();
        String sentence = messages.get(
                error.code().key(), found, messages.get(error.expected().key()));
        // Where an unfinished string begins is plain to see, and the hint would say it in English.
        boolean hasHint = !error.hint().isEmpty() && error.expected() != QueryError.Expected.END_OF_STRING;
        String whole = hasHint
                ? messages.get("query.withHint", sentence, messages.get(hintKey(error.code()), hint(messages, error)))
                : sentence;
        return messages.get("query.column", Integer.toString(error.column()), whole);
    }

    private static String hint(Messages messages, QueryError error) {
        return error.code() == QueryError.Code.BAD_PATTERN ? PatternText.of(messages, error.hint()) : error.hint();
    }

    private static String hintKey(QueryError.Code code) {
        return switch (code) {
            case UNEXPECTED, UNKNOWN_FIELD, UNKNOWN_FUNCTION, UNKNOWN_PRESET -> "query.meant";
            case WRONG_OPERATOR, WRONG_VALUE -> "query.possible";
            default -> "query.hint";
        };
    }
}
