package io.scflocal.app;

import io.scflocal.app.function.EnvironmentCard;
import io.scflocal.app.function.EnvironmentViewModel;
import io.scflocal.app.function.SettingsCard;
import io.scflocal.app.function.SettingsViewModel;
import io.scflocal.app.pack.PackCard;
import io.scflocal.app.pack.PackViewModel;
import io.scflocal.app.pack.ServerlessCard;
import io.scflocal.app.pack.ServerlessViewModel;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.shell.Commands;
import io.scflocal.app.shell.MainWindow;
import io.scflocal.app.text.Texts;
import java.util.function.Supplier;

/**
 * The cards about the open function that are shown over the window.
 *
 * <p>JavaFX thread only.
 *
 * @param window over which they are shown; asked for when it is needed
 */
record FunctionCards(
        EmulatorSession session,
        SettingsViewModel settings,
        Supplier<MainWindow> window,
        Texts texts,
        Surroundings outside) {

    Commands.Cards commands() {
        return new Commands.Cards(this::showSettings, this::showEnvironment, this::pack, this::serverless);
    }

    private void showSettings() {
        window.get().showCard(settingsCard().root());
    }

    private SettingsCard settingsCard() {
        SettingsCard.Models models = SettingsCard.Models.of(settings, session, outside.threads());
        return new SettingsCard(models, texts, this::showEnvironment, this::close);
    }

    /** Every variable of the function's process. */
    void showEnvironment() {
        EnvironmentViewModel model = new EnvironmentViewModel(session);
        window.get().showCard(new EnvironmentCard(model, texts, this::editEnvironment, this::close).root());
    }

    private void editEnvironment() {
        SettingsCard card = settingsCard();
        window.get().showCard(card.root());
        card.showEnvironment();
    }

    private void pack() {
        session.folderProperty().get().ifPresent(folder -> {
            PackViewModel model =
                    new PackViewModel(folder, session.settingsProperty().get().functionSettings(), outside.threads());
            window.get().showCard(new PackCard(model, texts, outside.desktop(), this::serverless, this::close).root());
        });
    }

    private void serverless() {
        session.folderProperty().get().ifPresent(folder -> {
            ServerlessViewModel model =
                    new ServerlessViewModel(folder, session.settingsProperty().get(), outside.threads());
            window.get().showCard(new ServerlessCard(model, texts, outside.desktop(), this::close).root());
        });
    }

    private void close() {
        window.get().closeCard();
    }
}
