package io.scflocal.app.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCombination;

/**
 * Everything that the user can do, in the order in which it was added. Each feature adds its own.
 *
 * <p>JavaFX thread only.
 */
public final class Actions {
    private final List<Action> all = new ArrayList<>();

    /**
     * Adds actions.
     *
     * @throws IllegalArgumentException if an action has the text or the keys of another one
     */
    public void add(Action... added) {
        Arrays.stream(added).forEach(this::add);
    }

    private void add(Action added) {
        for (Action other : all) {
            boolean sameKeys = added.keys().isPresent() && added.keys().equals(other.keys());
            if (sameKeys || added.textKey().equals(other.textKey())) {
                throw new IllegalArgumentException(added.textKey() + " clashes with " + other.textKey());
            }
        }
        all.add(added);
    }

    /** All of them. */
    public List<Action> all() {
        return Collections.unmodifiableList(all);
    }

    /** What each key does, for a scene's accelerators. */
    public Map<KeyCombination, Runnable> accelerators() {
        Map<KeyCombination, Runnable> accelerators = new LinkedHashMap<>();
        all.forEach(action -> action.keys().ifPresent(keys -> accelerators.put(keys, action::perform)));
        return accelerators;
    }
}
