package io.scflocal.app.recent;

import io.scflocal.app.text.Texts;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;

/** Whether folders are listed among the desktop's recently used things. JavaFX thread only. */
public record RecentPane(RecentFolders folders, Texts texts) {

    /** What to put among other settings. */
    public Region root() {
        CheckBox box = new CheckBox();
        box.setId("recent-system");
        box.textProperty().bind(texts.bind("settings.recent"));
        box.setSelected(folders.isOn());
        box.setOnAction(event -> folders.choose(box.isSelected()));
        return box;
    }
}
