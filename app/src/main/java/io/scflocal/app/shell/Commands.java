package io.scflocal.app.shell;

import io.scflocal.app.session.EmulatorSession;
import java.util.Map;
import javafx.scene.input.KeyCombination;

/**
 * What the user can do anywhere in the window, by button, menu or key.
 *
 * <p>JavaFX thread only.
 *
 * @param session the open function
 * @param preferences theme and language
 * @param chooseFolder asks for a folder and opens it
 * @param quit closes the window and everything with it
 */
public record Commands(EmulatorSession session, Preferences preferences, Runnable chooseFolder, Runnable quit) {

    Map<KeyCombination, Runnable> keys() {
        return Map.of(
                KeyCombination.valueOf("Shortcut+O"), chooseFolder,
                KeyCombination.valueOf("F5"), session::run,
                KeyCombination.valueOf("Shift+F5"), session::stop,
                KeyCombination.valueOf("Shortcut+R"), session::restart,
                KeyCombination.valueOf("Shortcut+W"), session::close,
                KeyCombination.valueOf("Shortcut+Q"), quit,
                KeyCombination.valueOf("Shortcut+Shift+L"), preferences::nextTheme,
                KeyCombination.valueOf("Shortcut+Shift+E"), preferences::otherLanguage);
    }
}
