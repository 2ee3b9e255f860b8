package io.scflocal.core.query;

import io.scflocal.core.capture.CaptureReader;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

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
        forNewest(frames, scope, cancelled, counter::add);
        return counter.top(limit);
    }

    /**
     * Counts the members of the objects at a path. Reads all frames asked for; not for the thread of a window.
     *
     * @param path where the objects are; no steps for whole payloads
     * @param frames how many frames are looked at, the newest ones
     * @param limit how many members are returned, the most frequent ones
     * @param cancelled asked before each frame; what was counted so far is returned then
     * @return the path of each member, as an expression names it, with a dot behind it if it is an object
     */
    public static List<Seen> members(JsonPath path, Scope scope, int frames, int limit, BooleanSupplier cancelled) {
        MemberCounter counter = new MemberCounter(path, scope, cancelled);
        forNewest(frames, scope, cancelled, counter::add);
        return counter.top(limit);
    }

    private static void forNewest(int frames, Scope scope, BooleanSupplier cancelled, LongConsumer add) {
        long count = scope.capture().count();
        for (long number = Math.max(scope.capture().first(), count - frames);
                number < count && !cancelled.getAsBoolean();
                number++) {
            add.accept(number);
        }
    }

    /** Where values are looked for. */
    public record Scope(CaptureReader capture, QueryEnvironment environment) {}
}
