package io.scflocal.core.query;

import io.scflocal.core.query.QueryError.Code;
import io.scflocal.core.query.QueryError.Expected;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads constants. */
final class Literals {
    private static final Pattern BYTES = Pattern.compile("[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2})+(?![0-9a-zA-Z:])");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,16}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,400}(?:\\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern UNIT = Pattern.compile("[A-Za-z]+");

    private final Source source;

    Literals(Source source) {
        this.source = source;
    }

    /** A literal; {@code type} tells which words are literals here. */
    Literal require(ValueType type) {
        int start = source.next();
        Optional<Literal> literal = type.takesWords() ? word(type) : Optional.empty();
        literal = literal.isPresent() ? literal : take();
        if (literal.isPresent()) {
            return literal.get();
        }
        Expected expected = TypeRules.expected(type);
        String hint = String.join(", ", type.words());
        source.goTo(start);
        throw source.unexpected(expected, hint);
    }

    /** A literal that is no word of a list. */
    Optional<Literal> take() {
        source.next();
        char first = source.peek(0);
        if (first == '"') {
            return Optional.of(new Literal.Text(string()));
        }
        if (first == 'r' && source.peek(1) == '"') {
            return Optional.of(new Literal.Text(rawString()));
        }
        String bytes = source.here(BYTES);
        if (!bytes.isEmpty()) {
            source.takeHere(bytes);
            return Optional.of(new Literal.Bytes(bytes.replace(":", "").toLowerCase(Locale.ROOT)));
        }
        return number().or(this::constant);
    }

    private Optional<Literal> word(ValueType type) {
        String word = source.peekWord();
        boolean known = type == ValueType.WORD ? !word.isEmpty() : type.words().contains(word);
        if (!known || word.equals("null")) {
            return Optional.empty();
        }
        source.takeHere(word);
        return Optional.of(new Literal.Word(type == ValueType.DIRECTION ? direction(word) : word));
    }

    private static String direction(String word) {
        return switch (word) {
            case "up", "client", "send" -> "c2f";
            case "down", "server", "receive" -> "f2c";
            default -> word;
        };
    }

    private Optional<Literal> constant() {
        String word = source.wordHere();
        Literal literal =
                switch (word) {
                    case "true" -> new Literal.Bool(true);
                    case "false" -> new Literal.Bool(false);
                    case "null" -> new Literal.Null();
                    default -> null;
                };
        if (literal != null) {
            source.takeHere(word);
        }
        return Optional.ofNullable(literal);
    }

    private Optional<Literal> number() {
        String hex = source.here(HEX);
        if (!hex.isEmpty()) {
            source.takeHere(hex);
            return Optional.of(new Literal.Number(new BigDecimal(new BigInteger(hex.substring(2), 16)), Unit.NONE));
        }
        String digits = source.here(NUMBER);
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        source.takeHere(digits);
        BigDecimal value = new BigDecimal(digits);
        return Optional.of(new Literal.Number(value.scale() < 0 ? value.setScale(0) : value, unit()));
    }

    private Unit unit() {
        String text = source.here(UNIT);
        if (text.isEmpty()) {
            return Unit.NONE;
        }
        Unit unit = Unit.named(text)
                .orElseThrow(() -> source.unexpected(Expected.OPERATOR, "B, KB, MB, GB, us, ms, s, m, h"));
        source.takeHere(text);
        return unit;
    }

    /** A string in quotes, which are next. */
    String string() {
        int start = source.at();
        source.takeHere("\"");
        StringBuilder value = new StringBuilder();
        while (!source.takeHere("\"")) {
            char c = taken(start);
            value.append(c == '\\' ? escaped(start) : String.valueOf(c));
        }
        return value.toString();
    }

    private String rawString() {
        int start = source.at();
        source.takeHere("r\"");
        StringBuilder value = new StringBuilder();
        while (!source.takeHere("\"")) {
            value.append(taken(start));
        }
        return value.toString();
    }

    private char taken(int start) {
        char c = source.peek(0);
        if (c == 0) {
            throw Source.error(Code.UNEXPECTED, source.at(), "", Expected.END_OF_STRING, "column " + (start + 1));
        }
        source.goTo(source.at() + 1);
        return c;
    }

    /** Unknown escapes stay as they are, so that {@code "order-\d+"} needs no doubled backslash. */
    private String escaped(int start) {
        char c = taken(start);
        return switch (c) {
            case '"', '\\' -> String.valueOf(c);
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> unicode();
            default -> "\\" + c;
        };
    }

    private String unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char digit = source.peek(i);
            if (!HexFormat.isHexDigit(digit)) {
                return "\\u";
            }
            code = code << 4 | HexFormat.fromHexDigit(digit);
        }
        source.goTo(source.at() + 4);
        return String.valueOf((char) code);
    }

    /** A string as {@link #string()} reads it. */
    static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
