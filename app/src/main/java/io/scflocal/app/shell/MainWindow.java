package io.scflocal.app.shell;

import io.scflocal.app.action.Action;
import io.scflocal.app.action.ActionGroup;
import io.scflocal.app.action.Actions;
import io.scflocal.app.action.CommandPalette;
import io.scflocal.app.action.KeySheet;
import io.scflocal.app.action.PaletteViewModel;
import io.scflocal.app.fx.FolderDrop;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.notice.NoticesView;
import io.scflocal.app.text.Texts;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The window: tool bar, the page of the moment, status bar; its title, icon, size and keys. */
public final class MainWindow {
    private static final String PRODUCT = "SCF Local";
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};
    private static final Duration PATIENCE = Duration.millis(300);

    private final Stage stage;
    private final Texts texts;
    private final WindowGeometry geometry;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private final Overlay overlay = new Overlay(root);
    private final Actions actions;
    private final MainPage page;

    /**
     * Builds the window without showing it.
     *
     * @param startPage shown as long as no function is open
     * @param panes shown while one is open
     * @param actions everything that has keys or stands in the command palette
     * @param notices shown above the bottom tabs; above the status bar while no function is open
     */
    public MainWindow(
            Stage stage,
            Region startPage,
            MainPage.Panes panes,
            Models models,
            Commands commands,
            Actions actions,
            Notices notices) {
        this.stage = stage;
        this.actions = actions;
        actions.add(
                Action.of(ActionGroup.HELP, "action.palette", "Shortcut+Shift+P", this::showPalette),
                Action.of(ActionGroup.HELP, "action.keys", "F1", this::showKeys),
                Action.of(ActionGroup.HELP, "about.open", "", this::showAbout));
        Preferences preferences = commands.preferences();
        texts = preferences.texts();
        geometry = new WindowGeometry(stage, preferences.file());
        FailureCard failure = new FailureCard(models.failure(), texts, commands.chooseFolder());
        page = new MainPage(panes, failure.root(), preferences.file());
        actions.add(Action.of(ActionGroup.WINDOW, "action.side-bar", "Shortcut+B", page::toggleSide)
                .when(models.state().open()));
        PaneSteps steps = new PaneSteps(page.root());
        actions.add(
                Action.of(ActionGroup.WINDOW, "action.pane-next", "F6", () -> steps.step(true))
                        .when(models.state().open()),
                Action.of(ActionGroup.WINDOW, "action.pane-previous", "Shift+F6", () -> steps.step(false))
                        .when(models.state().open()));
        frame.setTop(new ToolBarView(models.state(), commands, page::toggleSide).root());
        Region status = new StatusBar(models.status(), texts).root();
        frame.setBottom(status);
        frame.centerProperty()
                .bind(Bindings.when(models.state().open()).then(page.root()).otherwise(startPage));
        // Keys act on the window from the start; the first control is one Tab away.
        frame.centerProperty().addListener((property, before, now) -> frame.requestFocus());
        root.getStyleClass().add("window");
        FolderDrop.onto(root, commands.openFolder());
        Scene scene = new Scene(root, geometry.width(), geometry.height());
        preferences.appearance().dress(scene.getStylesheets());
        NoticesView cards = new NoticesView(notices, texts);
        cards.keepAbove(page.bottom(), status);
        root.getChildren().add(cards.root());
        scene.getAccelerators().putAll(actions.accelerators());
        stage.setScene(scene);
        name(models.state());
        stage.setOnCloseRequest(event -> {
            event.consume();
            commands.quit().run();
        });
    }

    /**
     * What the parts of the window show.
     *
     * @param state for the tool bar
     * @param status for the status bar
     * @param failure for the card of a failed start
     */
    public record Models(StateViewModel state, StatusViewModel status, FailureViewModel failure) {}

    private void name(StateViewModel state) {
        stage.titleProperty()
                .bind(Bindings.when(state.open())
                        .then(Bindings.concat(PRODUCT, " – ", state.nameProperty()))
                        .otherwise(PRODUCT));
        for (int size : ICON_SIZES) {
            String file = "/io/scflocal/app/icons/scf-local-" + size + ".png";
            stage.getIcons().add(new Image(MainWindow.class.getResourceAsStream(file)));
        }
    }

    /** Shows the window where it stood the last time. */
    public void show() {
        geometry.restore();
        stage.show();
        geometry.bound();
        frame.requestFocus();
    }

    /** Brings the window to the front, also when it is minimised. */
    public void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Says that something went wrong that nobody foresaw. */
    public void unexpected(Throwable error) {
        UnexpectedErrorCard card = new UnexpectedErrorCard(error, texts, overlay::close);
        overlay.show(card.root(), card::requestFocus);
    }

    /** Asks whether connections may be lost for another folder, and does {@code yes} if they may. */
    public void askToLeave(int connections, Path folder, Runnable yes) {
        QuestionCard card = new QuestionCard(
                texts.get("shell.leave.title", String.valueOf(folder.getFileName())),
                texts.get("shell.leave.text", connections),
                texts.get("shell.leave.yes"),
                texts.get("shell.leave.no"),
                leave -> {
                    overlay.close();
                    if (leave) {
                        yes.run();
                    }
                });
        overlay.show(card.root(), card::requestFocus);
    }

    /** Shows a card over the window. */
    public void showCard(Region card) {
        overlay.show(card, card::requestFocus);
    }

    /** Takes the card over the window away. */
    public void closeCard() {
        overlay.close();
    }

    /** Brings a tab below the frames to the front. */
    public void showTab(String id) {
        page.showTab(id);
    }

    /** Brings a tab below the frames to the front and gives it the focus. */
    public void focusTab(String id) {
        page.focusTab(id);
    }

    /** Whether this tab is at the front below the frames. */
    public boolean isTabShown(String id) {
        return page.isTabShown(id);
    }

    private void showPalette() {
        CommandPalette palette = new CommandPalette(new PaletteViewModel(actions, texts), texts, overlay::close);
        overlay.show(palette.root(), palette::requestFocus);
    }

    private void showAbout() {
        Region sheet = new AboutSheet(texts).root();
        overlay.show(sheet, sheet::requestFocus);
    }

    private void showKeys() {
        Region sheet = new KeySheet(actions, texts).root();
        overlay.show(sheet, sheet::requestFocus);
    }

    /** Remembers the window's place and, if stopping takes long, says that it is under way; the window takes no input any more. */
    public void closing() {
        geometry.save();
        frame.setDisable(true);
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(event -> root.getChildren().add(farewell()));
        patience.play();
    }

    private Region farewell() {
        Label text = new Label();
        text.textProperty().bind(texts.bind("shell.closing"));
        ProgressIndicator progress = new ProgressIndicator();
        progress.setMaxSize(32, 32);
        VBox card = new VBox(progress, text);
        card.getStyleClass().add("closing-card");
        card.setAlignment(Pos.CENTER);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return card;
    }
}
