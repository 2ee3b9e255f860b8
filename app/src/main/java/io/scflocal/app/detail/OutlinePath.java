package io.scflocal.app.detail;

import io.scflocal.app.decode.Outline;
import io.scflocal.core.query.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The way to a value of a tree, in the words of the filter. */
final class OutlinePath {
    private static final int LONGEST_VALUE = 1_000;

    private OutlinePath() {}

    /** The way to a value: {@code json.user.tags[0]}. */
    static JsonPath of(Outline outline, int node) {
        List<JsonPath.Step> steps = new ArrayList<>();
        for (int at = node; at > 0; at = outline.parent(at)) {
            String label = outline.label(at);
            if (outline.ordinal(at) >= 0) {
                steps.add(new JsonPath.Step.Index(outline.ordinal(at)));
            } else if (label.startsWith("\"")) {
                steps.add(JsonPath.Step.Key.written(label));
            } else if (!label.isEmpty()) {
                steps.add(new JsonPath.Step.Key(label));
            }
        }
        Collections.reverse(steps);
        return new JsonPath(steps);
    }

    /** The expression that frames with the same value there satisfy; empty for values that have others in them, and for long ones. */
    static Optional<String> term(Outline outline, int node) {
        return outline.kind(node).isComposite() || outline.textLength(node) > LONGEST_VALUE
                ? Optional.empty()
                : of(outline, node).equalTo(outline.text(node));
    }
}
