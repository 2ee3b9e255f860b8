package io.scflocal.core.query;

import java.util.List;

/** The way to a value in a JSON text; no steps is the whole. */
public record JsonPath(List<Step> steps) {

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /** One step of the way. */
    public sealed interface Step {
        /** The member of an object. */
        record Key(String name) implements Step {}

        /** The element of an array, from 0. */
        record Index(int index) implements Step {}

        /** Members of that name at any depth. */
        record Anywhere(String name) implements Step {}
    }
}
