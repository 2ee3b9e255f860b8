package io.scflocal.core.query;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Finds values in a JSON text without building a tree (RFC 8259). Values before a place where the text breaks off or is wrong are found
 * all the same. Confined to one thread.
 */
final class JsonReader {
    /** Stands for {@code null}. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** An object or array, as it was written. */
    record Composite(String text, long members) {}

    private final JsonScanner json = new JsonScanner();
    private List<JsonPath.Step> steps = List.of();
    private Predicate<Object> wanted = value -> false;

    /** Whether a value on the way satisfies a predicate; values are String, BigDecimal, Boolean, {@link #NULL} or {@link Composite}. */
    boolean anyMatch(byte[] text, int length, JsonPath path, Predicate<Object> predicate) {
        json.begin(text, length);
        steps = path.steps();
        wanted = predicate;
        try {
            return find(0, 0);
        } catch (MalformedJsonException e) {
            // What is not JSON has no values.
            return false;
        }
    }

    /** Whether the text is one object or array and nothing else. */
    boolean isDocument(byte[] text, int length) {
        json.begin(text, length);
        try {
            json.blanks();
            if (json.atEnd() || json.peek() != '{' && json.peek() != '[') {
                return false;
            }
            json.skip(0);
            json.blanks();
            return json.atEnd();
        } catch (MalformedJsonException e) {
            // Said by the result.
            return false;
        }
    }

    /** Tells the names of an object's members, and of each whether it is an object itself; nothing where the text is no object. */
    void members(byte[] text, int length, BiConsumer<String, Boolean> told) {
        json.begin(text, length);
        try {
            json.blanks();
            if (json.peek() != '{') {
                return;
            }
            for (boolean more = json.open('}'); more; more = json.goesOn('}')) {
                json.blanks();
                String name = json.string();
                json.colon();
                json.blanks();
                told.accept(name, json.peek() == '{');
                json.skip(1);
            }
        } catch (MalformedJsonException e) {
            // Those before the place where the text is wrong were told.
            return;
        }
    }

    /** Looks into the value that is next, of which the first {@code done} steps are gone; it is behind the value if it returns false. */
    private boolean find(int done, int depth) {
        json.blanks();
        if (done == steps.size()) {
            return wanted.test(value(depth));
        }
        JsonPath.Step step = steps.get(done);
        byte first = json.peek();
        if (first == '{' && !(step instanceof JsonPath.Step.Index)) {
            return findInObject(step, done, depth);
        }
        if (first == '[' && !(step instanceof JsonPath.Step.Key)) {
            return findInArray(step, done, depth);
        }
        json.skip(depth);
        return false;
    }

    private boolean findInObject(JsonPath.Step step, int done, int depth) {
        boolean anywhere = step instanceof JsonPath.Step.Anywhere;
        String name = step instanceof JsonPath.Step.Key key ? key.name() : ((JsonPath.Step.Anywhere) step).name();
        JsonScanner.deeper(depth);
        for (boolean more = json.open('}'); more; more = json.goesOn('}')) {
            json.blanks();
            boolean named = json.string().equals(name);
            json.colon();
            int start = json.at();
            if (named && find(done + 1, depth + 1)) {
                return true;
            }
            if (anywhere) {
                json.goTo(start);
                if (find(done, depth + 1)) {
                    return true;
                }
            } else if (!named) {
                json.skip(depth + 1);
            }
        }
        return false;
    }

    private boolean findInArray(JsonPath.Step step, int done, int depth) {
        int wantedIndex = step instanceof JsonPath.Step.Index index ? index.index() : -1;
        JsonScanner.deeper(depth);
        int i = 0;
        for (boolean more = json.open(']'); more; more = json.goesOn(']')) {
            if (wantedIndex < 0 && find(done, depth + 1)) {
                return true;
            }
            if (wantedIndex >= 0 && i == wantedIndex && find(done + 1, depth + 1)) {
                return true;
            }
            if (wantedIndex >= 0 && i != wantedIndex) {
                json.skip(depth + 1);
            }
            i++;
        }
        return false;
    }

    private Object value(int depth) {
        int start = json.at();
        switch (json.peek()) {
            case '"':
                return json.string();
            case '{', '[':
                long members = json.skip(depth);
                return new Composite(json.since(start), members);
            case 't', 'f', 'n':
                return json.word();
            default:
                return json.number();
        }
    }
}
