package io.scflocal.app.shell;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.session.EmulatorSession;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/**
 * What the user can do anywhere in the window, by button, menu or key.
 *
 * <p>JavaFX thread only.
 *
 * @param session the open function
 * @param preferences theme and language
 * @param openFolder opens a folder, or shows the window that has it
 * @param chooseFolder asks for a folder and opens it
 * @param cards shows what there is about the open function
 * @param quit closes the window and everything with it
 */
public record Commands(
        EmulatorSession session,
        Preferences preferences,
        Consumer<Path> openFolder,
        Runnable chooseFolder,
        Cards cards,
        Runnable quit) {

    /**
     * The cards that are shown over the window, about the open function.
     *
     * @param settings what can be set
     * @param environment every variable of the function's process
     * @param pack packs the function for the cloud
     * @param serverless writes serverless.yml
     */
    public record Cards(Runnable settings, Runnable environment, Runnable pack, Runnable serverless) {}

    /** The same as actions, for the keys. */
    public Action[] actions() {
        BooleanBinding open = open();
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
            Action.of(ActionGroup.FUNCTION, "action.environment", "", cards.environment())
                    .when(open),
            Action.of(ActionGroup.FUNCTION, "action.settings", "Shortcut+Comma", cards.settings()),
            Action.of(ActionGroup.FUNCTION, "action.pack", "Shortcut+Shift+K", cards.pack())
                    .when(open),
            Action.of(ActionGroup.FUNCTION, "action.serverless", "", cards.serverless())
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

    /** Whether a function is open. */
    public BooleanBinding open() {
        return Bindings.createBooleanBinding(
                () -> session.folderProperty().get().isPresent(), session.folderProperty());
    }
}
