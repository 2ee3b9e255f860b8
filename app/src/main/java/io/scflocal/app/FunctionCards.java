package io.scflocal.app;

import io.scflocal.app.captures.CapturePlace;
import io.scflocal.app.function.EnvironmentCard;
import io.scflocal.app.function.EnvironmentViewModel;
import io.scflocal.app.function.SettingsCard;
import io.scflocal.app.function.SettingsViewModel;
import io.scflocal.app.pack.PackCard;
import io.scflocal.app.pack.PackViewModel;
import io.scflocal.app.pack.ServerlessCard;
import io.scflocal.app.pack.ServerlessViewModel;
import io.scflocal.app.recent.RecentPane;
import io.scflocal.app.session.EmulatorSession;
import io.scflocal.app.settings.CaptureSettings;
import io.scflocal.app.shell.ApplicationPane;
import io.scflocal.app.shell.Commands;
import io.scflocal.app.shell.MainWindow;
import io.scflocal.app.shell.Preferences;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

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
        Preferences preferences,
        CaptureSettings captureSettings,
        Surroundings outside) {

    Commands.Cards commands() {
        return new Commands.Cards(this::showSettings, this::showEnvironment, this::pack, this::serverless);
    }

    private void showSettings() {
        show(SettingsCard.Page.FUNCTION);
    }

    private void show(SettingsCard.Page page) {
        boolean open = session.folderProperty().get().isPresent();
        window.get().showCard(open ? settingsCard(page) : applicationCard());
    }

    private VBox applicationCard() {
        Label title = new Label(preferences.texts().get("settings.title"));
        title.getStyleClass().add("overlay-title");
        VBox card = new VBox(title, application());
        card.getStyleClass().add("overlay-card");
        return card;
    }

    private Region application() {
        Region captures = new CapturePlace(captureSettings, preferences.texts(), outside.desktop(), () -> {}).root();
        VBox more = new VBox(captures);
        more.getStyleClass().add("settings-rows");
        if (outside.recent().isOffered()) {
            more.getChildren().add(new RecentPane(outside.recent(), preferences.texts()).root());
        }
        return new ApplicationPane(preferences, more, () -> show(SettingsCard.Page.APPLICATION)).root();
    }

    private Region settingsCard(SettingsCard.Page page) {
        SettingsCard.Models models = SettingsCard.Models.of(settings, session, outside.threads());
        SettingsCard card =
                new SettingsCard(models, preferences.texts(), this::application, this::showEnvironment, this::close);
        card.show(page);
        return card.root();
    }

    /** Every variable of the function's process. */
    void showEnvironment() {
        EnvironmentViewModel model = new EnvironmentViewModel(session);
        window.get()
                .showCard(new EnvironmentCard(model, preferences.texts(), this::editEnvironment, this::close).root());
    }

    private void editEnvironment() {
        show(SettingsCard.Page.ENVIRONMENT);
    }

    private void pack() {
        session.folderProperty().get().ifPresent(folder -> {
            PackViewModel model =
                    new PackViewModel(folder, session.settings().current().functionSettings(), outside.threads());
            window.get()
                    .showCard(new PackCard(model, preferences.texts(), outside.desktop(), this::serverless, this::close)
                            .root());
        });
    }

    private void serverless() {
        session.folderProperty().get().ifPresent(folder -> {
            ServerlessViewModel model =
                    new ServerlessViewModel(folder, session.settings().current(), outside.threads());
            window.get()
                    .showCard(new ServerlessCard(model, preferences.texts(), outside.desktop(), this::close).root());
        });
    }

    private void close() {
        window.get().closeCard();
    }
}
