package io.scflocal.app.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final Actions actions = new Actions();
    private final SimpleBooleanProperty running = new SimpleBooleanProperty(true);

    private PaletteViewModel model(Language language) {
        actions.add(
                Action.of(ActionGroup.FUNCTION, "action.run", "F5", () -> {}),
                Action.of(ActionGroup.FUNCTION, "action.restart", "", () -> {}).when(running),
                Action.of(ActionGroup.WINDOW, "action.theme", "", () -> {}));
        return new PaletteViewModel(actions, new Texts(language));
    }

    private static List<String> hits(PaletteViewModel model, String query) {
        model.queryProperty().set(query);
        return model.hits().stream().map(Action::textKey).toList();
    }

    @Test
    void everyTypedWordMustBeInTheTextOrItsHeading() {
        PaletteViewModel model = model(Language.ENGLISH);
        assertEquals(List.of("action.run", "action.restart", "action.theme"), hits(model, ""));
        assertEquals(List.of("action.restart"), hits(model, "func REST"));
        assertEquals(List.of(), hits(model, "restart window"));
    }

    @Test
    void bothLanguagesAreUnderstood() {
        PaletteViewModel model = model(Language.CHINESE);
        assertEquals(List.of("action.theme"), hits(model, "主题"));
        assertEquals(List.of("action.theme"), hits(model, "theme"));
    }

    @Test
    void whatCannotBeDoneIsNotOffered() {
        PaletteViewModel model = model(Language.ENGLISH);
        running.set(false);
        assertEquals(List.of(), hits(model, "restart"));
    }
}
