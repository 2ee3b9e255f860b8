package io.scflocal.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.glass.ui.Application;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the toolkit does when the Finder calls, called by hand: only macOS calls by itself. */
@ExtendWith(ApplicationExtension.class)
class FinderFoldersTest {
    @TempDir
    Path directory;

    @Start
    void start(Stage stage) {
        stage.show();
    }

    @Test
    void foldersAreOpenedAndTheToolkitStillAnswersTheRest(FxRobot robot) throws Exception {
        List<String> heard = new ArrayList<>();
        Path file = Files.createFile(directory.resolve("file"));
        robot.interact(() -> {
            Application application = Application.GetApplication();
            Application.EventHandler toolkit = application.getEventHandler();
            application.setEventHandler(new Application.EventHandler() {
                @Override
                public void handleQuitAction(Application quit, long time) {
                    heard.add("quit");
                }
            });
            FinderFolders.listen(folder -> heard.add(folder.toString()));
            Application.EventHandler handler = application.getEventHandler();
            handler.handleOpenFilesAction(application, 0, new String[] {file.toString(), directory.toString()});
            handler.handleQuitAction(application, 0);
            application.setEventHandler(toolkit);
        });
        assertEquals(List.of(directory.toString(), "quit"), heard);
    }
}
