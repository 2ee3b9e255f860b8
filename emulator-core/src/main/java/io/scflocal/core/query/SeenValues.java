package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureReader;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Finds the values that a field has in a capture, to be offered or counted. */
public final class SeenValues {
    private SeenValues() {}

    /**
     * One value and how often it was there.
     *
     * @param literal the value as it is written in an expression
     */
    public record Seen(String literal, long count) {}

    /**
     * Counts the values of an operand as {@link ValueCounter} does. Reads all frames asked for; not for the thread of a window.
     *
     * @param frames how many frames are looked at, the newest ones
     * @param limit how many values are returned, the most frequent ones
     * @param cancelled asked before each frame; what was counted so far is returned then
     */
    public static List<Seen> count(Operand operand, Scope scope, int frames, int limit, BooleanSupplier cancelled) {
        ValueCounter counter = new ValueCounter(operand, scope, cancelled);
        long count = scope.capture().count();
        for (long number = Math.max(0, count - frames); number < count && !cancelled.getAsBoolean(); number++) {
            counter.add(number);
        }
        return counter.top(limit);
    }

    /** Where values are looked for. */
    public record Scope(CaptureReader capture, QueryEnvironment environment) {}
}
