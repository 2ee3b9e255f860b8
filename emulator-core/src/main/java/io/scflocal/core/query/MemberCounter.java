package io.scflocal.core.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Counts the members that the objects at a path have in the payloads of frames. Confined to one thread. */
final class MemberCounter {
    /** Different members that are counted at most; rarer ones that come later are left out. */
    private static final int MOST_DIFFERENT = 1_000;

    private final JsonPath path;
    private final Operand operand;
    private final Subject subject;
    private final Values values = new Values();
    private final JsonReader reader = new JsonReader();
    private final Map<String, Long> counts = new HashMap<>();

    /** Counts nothing yet; {@code cancelled} ends the reading of a long payload. */
    MemberCounter(JsonPath path, SeenValues.Scope scope, BooleanSupplier cancelled) {
        this.path = path;
        operand = new Operand.Json(path);
        subject = new Subject(scope.capture(), scope.environment(), cancelled);
    }

    /** Counts the members in one frame more. */
    void add(long number) {
        subject.moveTo(number, Subject.Since.UNKNOWN);
        values.anyMatch(operand, subject, value -> {
            if (value instanceof JsonReader.Composite composite) {
                byte[] text = composite.text().getBytes(StandardCharsets.UTF_8);
                reader.members(text, text.length, this::count);
            }
            return false;
        });
    }

    private void count(String name, boolean object) {
        List<JsonPath.Step> steps = new ArrayList<>(path.steps());
        steps.add(new JsonPath.Step.Key(name));
        String written = new JsonPath(steps).text() + (object ? "." : "");
        if (counts.size() < MOST_DIFFERENT || counts.containsKey(written)) {
            counts.merge(written, 1L, Long::sum);
        }
    }

    /** The most frequent members so far, at most {@code limit}, as an expression names them; a dot behind those that are objects. */
    List<SeenValues.Seen> top(int limit) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(entry -> new SeenValues.Seen(entry.getKey(), entry.getValue()))
                .toList();
    }
}
