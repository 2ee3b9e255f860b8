package io.scflocal.app.action;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * One thing that the user can do.
 *
 * <p>JavaFX thread only.
 *
 * @param group its heading
 * @param textKey key of its text in the bundles; also what tells it apart from others
 * @param keys the keys that do it, anywhere in the window
 * @param available whether it can be done now
 * @param run does it
 */
public record Action(
        ActionGroup group,
        String textKey,
        Optional<KeyCombination> keys,
        ObservableBooleanValue available,
        Runnable run) {

    /** An action that can always be done. {@code keys} as {@link KeyCombination#valueOf} reads them; empty for none. */
    public static Action of(ActionGroup group, String textKey, String keys, Runnable run) {
        return new Action(group, textKey, combination(keys), new SimpleBooleanProperty(true), run);
    }

    /** The same action, which can only be done while {@code condition} is true. */
    public Action when(ObservableBooleanValue condition) {
        return new Action(group, textKey, keys, condition, run);
    }

    /** Does it, if it can be done now. */
    public void perform() {
        if (available.get()) {
            run.run();
        }
    }

    private static Optional<KeyCombination> combination(String keys) {
        return keys.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys));
    }
}
