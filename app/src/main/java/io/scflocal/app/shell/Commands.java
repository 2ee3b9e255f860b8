package io.scflocal.app.shell;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.session.EmulatorSession;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/**
 * What the user can do anywhere in the window, by button, menu or key.
 *
 * <p>JavaFX thread only.
 *
 * @param session the open function
 * @param preferences theme and language
 * @param chooseFolder asks for a folder and opens it
 * @param showSettings shows what can be set for the open function
 * @param quit closes the window and everything with it
 */
public record Commands(
        EmulatorSession session, Preferences preferences, Runnable chooseFolder, Runnable showSettings, Runnable quit) {

    /** The same as actions, for the keys. */
    public Action[] actions() {
        BooleanBinding open = Bindings.createBooleanBinding(
                () -> session.folderProperty().get().isPresent(), session.folderProperty());
        return new Action[] {
            Action.of(ActionGroup.FUNCTION, "action.open-folder", "Shortcut+O", chooseFolder),
            Action.of(ActionGroup.FUNCTION, "action.run", "F5", session::run).when(open),
            Action.of(ActionGroup.FUNCTION, "action.stop", "Shift+F5", session::stop)
                    .when(open),
            Action.of(ActionGroup.FUNCTION, "action.restart", "Shortcut+R", session::restart)
                    .when(open),
            Action.of(ActionGroup.FUNCTION, "action.reload", "Shortcut+Shift+R", session::reload)
                    .when(open),
            Action.of(ActionGroup.FUNCTION, "action.debug", "F9", this::toggleDebug)
                    .when(open),
            Action.of(ActionGroup.FUNCTION, "action.close-folder", "Shortcut+W", session::close)
                    .when(open),
            Action.of(ActionGroup.FUNCTION, "action.settings", "Shortcut+Comma", showSettings)
                    .when(open),
            Action.of(ActionGroup.WINDOW, "action.theme", "Shortcut+Shift+L", preferences::nextTheme),
            Action.of(ActionGroup.WINDOW, "action.language", "Shortcut+Shift+E", preferences::otherLanguage),
            Action.of(ActionGroup.WINDOW, "action.quit", "Shortcut+Q", quit)
        };
    }

    /** Lets debuggers connect if they can't, and the other way round. */
    void toggleDebug() {
        session.debug(!session.debugProperty().get());
    }
}
