package io.scflocal.app.captures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.app.action.Action;
import io.scflocal.app.fx.Threads;
import io.scflocal.app.notice.Notices;
import io.scflocal.app.settings.CaptureSettings;
import io.scflocal.app.settings.SettingsFile;
import io.scflocal.app.testkit.HandDesktop;
import io.scflocal.app.text.Language;
import io.scflocal.app.text.Texts;
import io.scflocal.core.export.FrameSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ExportMenuTest {
    @TempDir
    static Path temporary;

    private final Texts texts = new Texts(Language.ENGLISH);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private TextField filter;
    private CapturesViewModel model;
    private ExportMenu menu;

    @Start
    void start(Stage stage) {
        SettingsFile file = new SettingsFile(temporary.resolve(SettingsFile.NAME), Runnable::run);
        CaptureSettings settings = new CaptureSettings(file, temporary.resolve("captures"));
        Threads threads = new Threads(background::add, Runnable::run);
        model = new CapturesViewModel(settings, texts, threads, new Notices(), directory -> {});
        ExportMenu.Frames frames = new ExportMenu.Frames(Optional::empty, scope -> FrameSelection.ALL);
        menu = new ExportMenu(model, texts, new HandDesktop(), frames);
        filter = new TextField();
        TaskBar bar = new TaskBar(model.task(), texts);
        Action action = menu.action(bar);
        Scene scene = new Scene(bar.above(new VBox(filter, menu.root())), 600, 300);
        scene.getAccelerators().put(action.keys().orElseThrow(), action::perform);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theKeyOpensTheMenuAndLeadsToWhatRunsInstead(FxRobot robot) throws Exception {
        robot.clickOn(filter).push(KeyCode.SHORTCUT, KeyCode.E);
        assertTrue(menu.root().isShowing());
        robot.push(KeyCode.ESCAPE);

        Path broken = Files.writeString(temporary.resolve("broken.har"), "no archive");
        robot.interact(() -> model.importFile(broken));
        robot.clickOn(filter).push(KeyCode.SHORTCUT, KeyCode.E);
        assertFalse(menu.root().isShowing());
        assertTrue(robot.lookup("#task-progress").query().isFocused());
        robot.push(KeyCode.A).push(KeyCode.SPACE).push(KeyCode.ENTER);
        assertEquals("", filter.getText());
        assertTrue(model.task().runningProperty().get(), "a stray key cancels nothing");

        robot.interact(() -> background.remove().run());
        assertFalse(model.task().runningProperty().get());
    }
}
