package io.scflocal.core.query;

import java.util.Locale;

/**
 * Why a text is no expression.
 *
 * @param code what kind of fault
 * @param column where, from 1
 * @param found what stands there, or the name, operator or pattern that is wrong; empty at the end of the text
 * @param expected what could stand there
 * @param hint the nearest known name, the known words, or what the pattern's compiler says; often empty
 */
public record QueryError(Code code, int column, String found, Expected expected, String hint) {

    /** Kinds of fault. */
    public enum Code {
        UNEXPECTED("Found {0} where {1} is expected."),
        UNKNOWN_FIELD("There is no field {0}."),
        UNKNOWN_FUNCTION("There is no function {0}."),
        UNKNOWN_PRESET("There is no preset {0}."),
        PRESET_CYCLE("The preset {0} uses itself."),
        PRESET_BROKEN("The preset {0} is no valid expression."),
        WRONG_VALUE("{0} does not go with the field; {1} is expected."),
        WRONG_OPERATOR("The operator {0} does not go with the field."),
        WRONG_ARGUMENT("The function does not take {0}."),
        BAD_PATTERN("The pattern {0} is not valid."),
        DEPENDS_ON_FILTER("{0} depends on the filter itself; use cdelta."),
        TOO_DEEP("The expression is nested too deeply.");

        private final String english;

        Code(String english) {
            this.english = english;
        }

        /** The key of its text; arguments are found, the text of expected, and hint. */
        public String key() {
            return "query.error." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** What could stand somewhere. */
    public enum Expected {
        NOTHING("nothing"),
        FIELD("a field"),
        OPERATOR("an operator"),
        AND_OR_END("and, or, or the end"),
        STRING("a string in quotes"),
        END_OF_STRING("the closing quote"),
        PATTERN("a pattern in quotes or slashes"),
        LITERAL("a value"),
        NUMBER("a number"),
        SIZE("a size such as 64KB"),
        DURATION("a duration such as 5s"),
        TIME("a time such as \"12:03\" or -5m"),
        BOOLEAN("true or false"),
        BYTES("bytes such as 0a:ff, or a string"),
        WORD("one of the known words"),
        SLICE("a part such as [0:4]"),
        KEY("a name"),
        PRESET_NAME("the name of a preset"),
        OPENING_PARENTHESIS("("),
        CLOSING_PARENTHESIS(")"),
        OPENING_BRACE("{"),
        CLOSING_BRACE("a comma or }");

        private final String english;

        Expected(String english) {
            this.english = english;
        }

        /** The key of its text. */
        public String key() {
            return "query.expected." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The fault in one English sentence, with the hint after it. */
    public String message() {
        String what = found.isEmpty() ? "the end" : found;
        String sentence = code.english.replace("{1}", expected.english).replace("{0}", what);
        return "Column " + column + ": " + sentence + (hint.isEmpty() ? "" : " (" + hint + ")");
    }
}
