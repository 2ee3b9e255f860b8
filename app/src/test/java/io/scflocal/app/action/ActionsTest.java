package io.scflocal.app.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private final List<String> done = new ArrayList<>();
    private final Actions actions = new Actions();

    private Action action(String textKey, String keys) {
        return Action.of(ActionGroup.WINDOW, textKey, keys, () -> done.add(textKey));
    }

    @Test
    void aKeyDoesItsActionOnlyWhileThatIsPossible() {
        SimpleBooleanProperty possible = new SimpleBooleanProperty(false);
        actions.add(action("action.run", "F5").when(possible), action("action.quit", ""));
        assertEquals(
                Set.of(KeyCombination.valueOf("F5")), actions.accelerators().keySet());
        Runnable f5 = actions.accelerators().get(KeyCombination.valueOf("F5"));
        f5.run();
        assertEquals(List.of(), done);
        possible.set(true);
        f5.run();
        assertEquals(List.of("action.run"), done);
    }

    @Test
    void twoActionsMayNotHaveTheSameKeysOrText() {
        actions.add(action("action.run", "F5"));
        Action sameKeys = action("action.stop", "F5");
        Action sameText = action("action.run", "F6");
        assertThrows(IllegalArgumentException.class, () -> actions.add(sameKeys));
        assertThrows(IllegalArgumentException.class, () -> actions.add(sameText));
        assertEquals(1, actions.all().size());
    }
}
